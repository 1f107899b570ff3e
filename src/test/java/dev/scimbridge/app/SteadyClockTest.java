package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Time that does not run backwards, with a wall and a counter moved by hand. */
class SteadyClockTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private Instant wall = START;
    private long nanos = Long.MAX_VALUE - 5; // A counter may overflow.
    private final SteadyClock clock = SteadyClock.of(() -> wall, () -> nanos);

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    @Test
    void it_starts_at_the_walls_time_and_keeps_its_pace() {
        assertThat(clock.instant()).isEqualTo(START);
        pass(Duration.ofMinutes(3));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(180));
    }

    @Test
    void a_wall_that_is_set_back_does_not_move_it() {
        pass(Duration.ofSeconds(10));
        Instant before = clock.instant();
        wall = wall.minus(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(before);
        pass(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(5));
    }

    @Test
    void it_follows_a_wall_that_is_more_than_a_second_ahead_and_goes_on_from_there() {
        wall = START.plusMillis(1000);
        assertThat(clock.instant()).isEqualTo(START);
        wall = START.plus(Duration.ofHours(8));
        assertThat(clock.instant()).isEqualTo(wall);
        Instant awake = wall;
        wall = START;
        nanos += Duration.ofSeconds(2).toNanos();
        assertThat(clock.instant()).isEqualTo(awake.plusSeconds(2));
    }

    @Test
    void in_another_zone_it_is_the_same_clock() {
        SteadyClock there = clock.withZone(ZoneId.of("Europe/London"));
        wall = START.plus(Duration.ofHours(8));
        assertThat(there.instant()).isEqualTo(wall);
        wall = START;
        assertThat(clock.instant()).isEqualTo(there.instant());
        assertThat(there.getZone()).isEqualTo(ZoneId.of("Europe/London"));
    }

    @Test
    void the_real_one_is_near_the_walls_time() {
        assertThat(Duration.between(SteadyClock.start().instant(), Instant.now())
                        .abs())
                .isLessThan(Duration.ofSeconds(2));
    }
}
