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
            assertThat(pace.take()).isZero();
        }
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(250));
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(250));
        clock.wind(Duration.ofMillis(250));
        assertThat(pace.take()).isZero();
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void whoever_reserves_has_the_next_turn_and_the_others_those_after_it() {
        Pace pace = new Pace(clock, 1);
        assertThat(pace.take()).isZero();
        assertThat(pace.reserve()).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.take()).isEqualTo(Duration.ofSeconds(2));
        clock.wind(Duration.ofSeconds(1));
        assertThat(pace.take()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_turn_that_is_given_back_is_there_for_the_next() {
        Pace pace = new Pace(clock, 1);
        assertThat(pace.take()).isZero();
        pace.giveBack();
        assertThat(pace.take()).isZero();
        assertThat(pace.take()).isPositive();
    }

    @Test
    void rest_earns_one_burst_and_no_more() {
        Pace pace = new Pace(clock, 4);
        clock.wind(Duration.ofDays(1));
        assertThat(pace.take()).isZero();
        clock.wind(Duration.ofDays(1));
        for (int i = 0; i < 4; i++) {
            assertThat(pace.take()).isZero();
        }
        assertThat(pace.take()).isPositive();
    }

    @Test
    void there_is_always_one_call_a_second() {
        Pace pace = new Pace(clock, 0);
        assertThat(pace.take()).isZero();
        assertThat(pace.take()).isEqualTo(Duration.ofSeconds(1));
    }
}
