package dev.scimbridge.directory;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What is being made beside those who can do without it, and waited for by who needs it. */
final class Soon<T> {
    private final Supplier<T> made;

    private Soon(Supplier<T> made) {
        this.made = made;
    }

    static <T> Soon<T> now(T made) {
        return new Soon<>(() -> made);
    }

    static <T> Soon<T> beside(Supplier<T> making) {
        return new Soon<>(CompletableFuture.supplyAsync(making)::join);
    }

    T get() {
        return made.get();
    }
}
