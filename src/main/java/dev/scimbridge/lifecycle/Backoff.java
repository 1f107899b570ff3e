package dev.scimbridge.lifecycle;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before something that failed is tried again: doubling, with up to a quarter taken off at random so
 * that many who failed together do not come back together.
 *
 * @param first the wait after the first failure
 * @param cap the longest wait
 */
public record Backoff(Duration first, Duration cap) {
    private static final Backoff OUTAGE = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));
    private static final Backoff LEAVER = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    private static final Backoff REFUSED = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6));

    /** The policy, as one list of questions. */
    public static Backoff of(Trace.Ending ending, boolean leaver) {
        if (leaver) {
            return LEAVER;
        }
        return ending == Trace.Ending.REFUSED ? REFUSED : OUTAGE;
    }

    /**
     * The wait before the next try.
     *
     * @param tries failures in a row, from 1
     * @param random gives numbers in [0, 1)
     */
    public Duration after(int tries, DoubleSupplier random) {
        long millis = first.toMillis();
        for (int i = 1; i < tries && millis < cap.toMillis(); i++) {
            millis *= 2;
        }
        long capped = Math.min(millis, cap.toMillis());
        return Duration.ofMillis(capped - (long) (capped / 4.0 * random.getAsDouble()));
    }
}
