package dev.scimbridge.provisioning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * At most so many calls a second towards the workspace, after a burst of as many. Whoever comes too early is told how
 * long to wait, and has their turn then.
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

    /** Takes the next turn and says how long it is until then. */
    synchronized Duration turn() {
        Instant now = clock.instant();
        Instant earliest = now.minus(BURST).plus(interval);
        Instant turn = next.isBefore(earliest) ? earliest : next;
        next = turn.plus(interval);
        Duration wait = Duration.between(now, turn);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
