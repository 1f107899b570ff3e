package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Done;
import dev.scimbridge.sandbox.HandWoundClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private final HandWoundClock clock = new HandWoundClock();
    private final Circuit circuit = new Circuit(clock, Duration.ofSeconds(30), () -> 0);

    @Test
    void at_first_the_workspace_is_taken_to_be_well() {
        assertThat(circuit.isDown()).isFalse();
        assertThat(circuit.words()).isNull();
        assertThat(isPaused()).isFalse();
    }

    @Test
    void one_call_that_could_not_be_made_pauses_and_is_an_outage() {
        heard(new Answer.Unavailable<>("no route"));
        assertThat(circuit.isDown()).isTrue();
        assertThat(circuit.words()).isEqualTo("no route");
        assertThat(circuit.pausedUntil()).isEqualTo(clock.instant().plusSeconds(1));
        clock.wind(Duration.ofSeconds(1));
        assertThat(isPaused()).isFalse();
        assertThat(circuit.isDown()).as("until a call works").isTrue();
    }

    @Test
    void pauses_grow_up_to_half_a_minute() {
        for (int i = 0; i < 9; i++) {
            heard(new Answer.Unauthorised<>("expired key"));
        }
        assertThat(circuit.pausedUntil()).isEqualTo(clock.instant().plusSeconds(30));
    }

    @Test
    void a_rate_limit_pauses_for_as_long_as_it_says() {
        Instant until = clock.instant().plusSeconds(77);
        heard(new Answer.RateLimited<>(until));
        assertThat(circuit.isDown()).isTrue();
        assertThat(circuit.pausedUntil()).isEqualTo(until);
    }

    @Test
    void nonsense_is_an_outage_at_once_and_a_pause_when_it_comes_three_times_in_a_row() {
        heard(new Answer.Unknown<>("garbage"));
        assertThat(circuit.isDown()).isTrue();
        heard(new Answer.Unknown<>("garbage"));
        assertThat(isPaused()).isFalse();
        heard(new Answer.Unknown<>("garbage"));
        assertThat(isPaused()).isTrue();
    }

    @Test
    void nonsense_three_times_but_not_in_a_row_is_no_pause() {
        for (int i = 0; i < 3; i++) {
            heard(new Answer.Unknown<>("garbage"));
            heard(new Answer.Unknown<>("garbage"));
            heard(new Answer.Data<>(Done.DONE));
        }
        assertThat(isPaused()).isFalse();
        assertThat(circuit.isDown()).isFalse();
    }

    @Test
    void a_command_that_works_ends_the_pause_and_a_listing_that_works_ends_the_outage_only() {
        heard(new Answer.Unavailable<>("no route"));
        circuit.heard(new Answer.Data<>("a listing"));
        assertThat(circuit.isDown()).isFalse();
        assertThat(isPaused()).isTrue();
        heard(new Answer.Data<>(Done.DONE));
        assertThat(isPaused()).isFalse();
    }

    @Test
    void a_refusal_is_about_the_person_and_shows_that_the_workspace_is_well() {
        heard(new Answer.Unavailable<>("no route"));
        heard(new Answer.Refused<>("no such user"));
        assertThat(circuit.isDown()).isFalse();
        assertThat(circuit.isRefusingEverybody()).isFalse();
    }

    @Test
    void the_same_refusal_for_three_people_is_an_outage_until_a_command_works() {
        for (int i = 0; i < 3; i++) {
            assertThat(circuit.isRefusingEverybody()).isFalse();
            heard(new Answer.Refused<>("licence expired"));
            // Each refusal is looked into before it is believed, so that a listing comes between any two.
            circuit.heard(new Answer.Data<>("a listing"));
        }
        assertThat(circuit.isRefusingEverybody()).isTrue();
        assertThat(isPaused()).isTrue();
        heard(new Answer.Data<>(Done.DONE));
        assertThat(circuit.isRefusingEverybody()).isFalse();
        assertThat(isPaused()).isFalse();
    }

    @Test
    void the_same_refusal_for_one_person_three_times_or_three_refusals_are_not() {
        UUID max = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            circuit.heard(new Answer.Refused<Done>("licence expired"), max);
        }
        assertThat(circuit.isRefusingEverybody()).isFalse();
        heard(new Answer.Refused<>("one"));
        heard(new Answer.Refused<>("two"));
        heard(new Answer.Refused<>("three"));
        assertThat(circuit.isRefusingEverybody()).isFalse();
        assertThat(circuit.isDown()).isFalse();
    }

    /** Somebody else each time. */
    private void heard(Answer<Done> answer) {
        circuit.heard(answer, UUID.randomUUID());
    }

    private boolean isPaused() {
        return circuit.pausedUntil().isAfter(clock.instant());
    }
}
