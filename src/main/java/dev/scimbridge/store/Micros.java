package dev.scimbridge.store;

import java.time.Instant;

/** Times as microseconds since 1970, rounded down: what every engine can keep, and compare, exactly. */
public final class Micros {
    private static final long A_SECOND = 1_000_000;
    private static final int NANOS = 1_000;

    private Micros() {}

    public static long of(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), A_SECOND), time.getNano() / NANOS);
    }

    public static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * NANOS);
    }
}
