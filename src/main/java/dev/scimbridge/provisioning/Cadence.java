package dev.scimbridge.provisioning;

import dev.scimbridge.lifecycle.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * How often the workspace is listed when nobody asks: ever more rarely, up to four times the interval, while nothing is
 * going on, and at the interval as soon as something is. For callers that take turns.
 */
final class Cadence {
    private static final int STRETCH = 4;

    /** No revision of any store. */
    private static final long NEVER = -1;

    private final Duration interval;
    private final Duration longest;
    private final LongSupplier revision;

    private Instant came = Instant.MIN;
    private Duration gap;

    /** The store's revision when the last listing had been taken in. */
    private long rested = NEVER;

    /**
     * One that begins at once.
     *
     * @param stretches whether the interval may be stretched
     * @param revision the store's last
     */
    Cadence(Duration interval, boolean stretches, LongSupplier revision) {
        this.interval = interval;
        this.longest = stretches ? interval.multipliedBy(STRETCH) : interval;
        this.gap = interval;
        this.revision = revision;
    }

    /**
     * A listing has come and was taken in.
     *
     * @param isQuiet whether it told nothing new, and nobody waits for the next
     */
    void came(Listing listing, boolean isQuiet, Instant now) {
        boolean isIdle = isQuiet && listing.revision() == rested;
        Duration doubled = gap.multipliedBy(2);
        gap = !isIdle ? interval : doubled.compareTo(longest) < 0 ? doubled : longest;
        came = now;
        rested = revision.getAsLong();
    }

    /** None came: the next is not put off. */
    void failed() {
        rested = NEVER;
    }

    /** When the next is due; sooner if something has been written since the last. */
    Instant next() {
        return came.plus(rested == revision.getAsLong() ? gap : interval);
    }
}
