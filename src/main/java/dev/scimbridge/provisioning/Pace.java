package dev.scimbridge.provisioning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The one budget of calls towards the workspace ({@code upstream.max-rate}): at most so many a second, after a burst of
 * as many. Whoever can choose whom to serve takes a turn only when there is one, so that the most urgent has it; whoever
 * has only one thing to do reserves the next.
 */
public final class Pace {
    private static final Duration BURST = Duration.ofSeconds(1);

    private final Clock clock;
    private final Duration interval;
    private Instant next = Instant.MIN;

    /** At most so many calls a second, at least one. */
    public Pace(Clock clock, int callsASecond) {
        this.clock = clock;
        this.interval = BURST.dividedBy(Math.max(1, callsASecond));
    }

    /** Takes a turn if there is one: zero. Otherwise how long it is until there is. */
    synchronized Duration take() {
        Instant now = clock.instant();
        Duration wait = until(now);
        if (wait.isZero()) {
            next = turn(now).plus(interval);
        }
        return wait;
    }

    /** Takes the next turn, and says how long it is until then. */
    synchronized Duration reserve() {
        Instant now = clock.instant();
        Duration wait = until(now);
        next = turn(now).plus(interval);
        return wait;
    }

    /** A turn that was taken and not used. */
    synchronized void giveBack() {
        next = next.minus(interval);
    }

    private Duration until(Instant now) {
        Duration wait = Duration.between(now, turn(now));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private Instant turn(Instant now) {
        Instant earliest = now.minus(BURST).plus(interval);
        return next.isBefore(earliest) ? earliest : next;
    }
}
