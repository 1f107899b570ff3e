package dev.scimbridge.provisioning;

import dev.scimbridge.store.Store;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A write of a caller who has nothing better to do than to wait until it is on disk. */
final class AtOnce {
    private AtOnce() {}

    /**
     * What the work gives, once it is on disk; throws what it threw, or {@link dev.scimbridge.store.StoreUnavailable}. Never
     * to be called on the store's own thread.
     */
    static <T> T in(Store store, Store.Work<T> work) {
        return in(store.write(work));
    }

    /** The same, of a work that was handed over before. */
    static <T> T in(CompletionStage<T> written) {
        try {
            return written.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
