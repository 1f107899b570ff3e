package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.sandbox.HandWoundClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final HandWoundClock clock = new HandWoundClock();

    @Test
    void after_a_burst_of_a_second_each_waits_its_turn() {
        Pace pace = new Pace(clock, 4);
        for (int i = 0; i < 4; i++) {
            assertThat(pace.turn()).isZero();
        }
        assertThat(pace.turn()).isEqualTo(Duration.ofMillis(250));
        assertThat(pace.turn()).isEqualTo(Duration.ofMillis(500));
        clock.wind(Duration.ofMillis(500));
        assertThat(pace.turn()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void rest_earns_one_burst_and_no_more() {
        Pace pace = new Pace(clock, 4);
        clock.wind(Duration.ofDays(1));
        assertThat(pace.turn()).isZero();
        clock.wind(Duration.ofDays(1));
        for (int i = 0; i < 4; i++) {
            assertThat(pace.turn()).isZero();
        }
        assertThat(pace.turn()).isPositive();
    }

    @Test
    void there_is_always_one_call_a_second() {
        Pace pace = new Pace(clock, 0);
        assertThat(pace.turn()).isZero();
        assertThat(pace.turn()).isEqualTo(Duration.ofSeconds(1));
    }
}
