package dev.scimbridge.app;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Filling;
import dev.scimbridge.operations.alert.Concerns;
import dev.scimbridge.store.Store;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadFactory;

/** Everybody on record, who are read while the rest of the house is put up. */
final class Loaded implements AutoCloseable {
    private final CompletableFuture<Void> done;

    private Loaded(CompletableFuture<Void> done) {
        this.done = done;
    }

    /** Begins to read them; nothing may be written of people or groups before {@link #await} has come back. */
    static Loaded from(Store store, Directory directory, Concerns concerns, ThreadFactory threads) {
        Runnable loading = () -> {
            Filling filling = directory.filling();
            store.load(part -> {
                filling.add(part);
                concerns.published(part);
            });
            directory.publish(filling);
        };
        return new Loaded(CompletableFuture.runAsync(
                loading, work -> threads.newThread(work).start()));
    }

    /** Waits until they are where readers find them. */
    void await() {
        try {
            done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The store is not to be closed under whoever reads it. */
    @Override
    public void close() {
        var unused = done.handle((read, failure) -> true).join();
    }
}
