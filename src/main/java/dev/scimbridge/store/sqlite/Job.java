package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.Store.Work;
import dev.scimbridge.store.StoreUnavailable;
import dev.scimbridge.store.Transaction;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One work in the queue, and what came of it, kept until its batch is on disk. */
final class Job<T> {
    private final Work<T> work;
    private final CompletableFuture<T> stage = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    Job(Work<T> work) {
        this.work = work;
    }

    /** False if the work threw; its caller will learn what. */
    boolean runs(Transaction transaction) {
        try {
            result = work.in(transaction);
            return true;
        } catch (Throwable thrown) {
            failure = thrown;
            return false;
        }
    }

    void fail(StoreUnavailable unavailable) {
        failure = unavailable;
    }

    /** Tells the caller. */
    void complete() {
        if (failure == null) {
            stage.complete(result);
        } else {
            stage.completeExceptionally(failure);
        }
    }

    CompletionStage<T> stage() {
        return stage;
    }
}
