package dev.scimbridge.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Where calls wait that are not to be answered yet. */
final class Holds {
    private static final long LOOK_AGAIN_MILLIS = 10;

    private final Object bell = new Object();
    private CompletableFuture<Boolean> release = new CompletableFuture<>();
    private boolean closed;

    /** Takes a place; waiting on it ends with the next release: true to go on, false to drop the call. */
    CompletableFuture<Boolean> place() {
        synchronized (bell) {
            return closed ? CompletableFuture.completedFuture(false) : release;
        }
    }

    void release(boolean goOn) {
        CompletableFuture<Boolean> now;
        synchronized (bell) {
            now = release;
            release = new CompletableFuture<>();
        }
        now.complete(goOn);
    }

    /** Waits until the clock, which a hand may wind, shows this moment; false if the doors were closed before. */
    boolean until(Clock clock, Instant moment) {
        synchronized (bell) {
            while (!closed && clock.instant().isBefore(moment)) {
                try {
                    bell.wait(LOOK_AGAIN_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return !closed;
        }
    }

    /** Nobody waits here any more. */
    void close() {
        synchronized (bell) {
            closed = true;
            bell.notifyAll();
        }
        release(false);
    }

    void open() {
        synchronized (bell) {
            closed = false;
        }
    }
}
