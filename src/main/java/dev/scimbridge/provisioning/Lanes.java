package dev.scimbridge.provisioning;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Writes to one person one after the other, each when the one before has been answered. Nobody's thread waits. */
final class Lanes<K> {
    private final Map<K, CompletableFuture<?>> last = new HashMap<>();

    <T> CompletionStage<T> run(K lane, Supplier<CompletionStage<T>> work) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<?> before;
        synchronized (last) {
            before = last.put(lane, mine);
        }
        if (before == null) {
            start(lane, work, mine);
        } else {
            var unused = before.whenComplete((value, failure) -> start(lane, work, mine));
        }
        return mine;
    }

    private <T> void start(K lane, Supplier<CompletionStage<T>> work, CompletableFuture<T> mine) {
        CompletionStage<T> done;
        try {
            done = work.get();
        } catch (RuntimeException e) {
            done = CompletableFuture.failedStage(e);
        }
        done.whenComplete((value, failure) -> {
            synchronized (last) {
                last.remove(lane, mine);
            }
            if (failure == null) {
                mine.complete(value);
            } else {
                mine.completeExceptionally(failure);
            }
        });
    }
}
