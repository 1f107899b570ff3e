package dev.scimbridge.directory;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * What is being made beside those who can do without it. Whoever needs it makes it if nobody has begun to, else waits for
 * it.
 */
final class Soon<T> {
    private final Supplier<T> made;

    private Soon(Supplier<T> made) {
        this.made = made;
    }

    static <T> Soon<T> now(T made) {
        return new Soon<>(() -> made);
    }

    /** One after the other where there are few processors, so that those who can do without it are not held up by it. */
    static <T> Soon<T> beside(Supplier<T> making) {
        FutureTask<T> task = new FutureTask<>(making::get);
        ForkJoinPool.commonPool().execute(task);
        return new Soon<>(() -> done(task));
    }

    private static <T> T done(FutureTask<T> task) {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for what is being made");
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    /**
     * It.
     *
     * @throws CompletionException if it cannot be made
     * @throws CancellationException if whoever waits for it is interrupted
     */
    T get() {
        return made.get();
    }
}
