package dev.scimbridge.provisioning;

import dev.scimbridge.store.StoreUnavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A write that could not be made durable, and was therefore not taken in. It may be sent again. */
public final class Unwritten extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What a failed write is told as: that it was not taken in, or what was said to it. */
    static <T> CompletionStage<T> unlessTold(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return CompletableFuture.failedStage(cause instanceof StoreUnavailable ? new Unwritten(cause) : cause);
    }

    Unwritten(Throwable cause) {
        super("the store cannot be written", cause);
    }
}
