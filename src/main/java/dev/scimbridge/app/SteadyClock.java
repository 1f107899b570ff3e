package dev.scimbridge.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Wall time that never runs backwards. It starts at the wall's time and then advances with the machine's monotonic
 * counter, so that a wall clock that is set back moves neither waits nor the order of what is written down.
 *
 * <p>When the wall is more than a second ahead, it has been set forward or the machine was asleep, which the counter
 * need not notice; then time jumps to the wall's. When the wall is behind, this clock stays ahead of it and keeps the
 * counter's pace; a restart brings the two together.
 */
public final class SteadyClock extends Clock {
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final Track track;
    private final ZoneId zone;

    private SteadyClock(Track track, ZoneId zone) {
        this.track = track;
        this.zone = zone;
    }

    /** On this machine's clock and counter, in UTC. */
    public static SteadyClock start() {
        return of(Clock.systemUTC()::instant, System::nanoTime);
    }

    static SteadyClock of(Supplier<Instant> wall, LongSupplier nanos) {
        return new SteadyClock(new Track(wall, nanos), ZoneOffset.UTC);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public SteadyClock withZone(ZoneId other) {
        return new SteadyClock(track, other);
    }

    @Override
    public Instant instant() {
        return track.now();
    }

    /** From where the counter counts; shared by the same clock in other zones. */
    private static final class Track {
        private final Supplier<Instant> wall;
        private final LongSupplier nanos;
        private Instant origin;
        private long counted;

        Track(Supplier<Instant> wall, LongSupplier nanos) {
            this.wall = wall;
            this.nanos = nanos;
            this.origin = wall.get();
            this.counted = nanos.getAsLong();
        }

        synchronized Instant now() {
            Instant onTheWall = wall.get();
            long count = nanos.getAsLong();
            Instant steady = origin.plusNanos(count - counted);
            if (onTheWall.isAfter(steady.plus(TOLERANCE))) {
                origin = onTheWall;
                counted = count;
                return onTheWall;
            }
            return steady;
        }
    }
}
