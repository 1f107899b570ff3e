package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.sandbox.Way;
import dev.scimbridge.scim.ScimProblem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule 6 of the design: refused is told. The time-out only turns a deadlock into a failure. */
@Timeout(90)
class RefusalTest {
    private static final String TESS = "tess@acme.io";
    private static final String INVITE = "inviteUser";
    private static final Duration STEP = Duration.ofMillis(300);

    @Test
    void the_same_refusal_for_a_third_person_is_an_outage_and_told_to_nobody() {
        try (Room room = Room.patient(5)) {
            room.control.failAlways(INVITE, Way.errors("no more seats"));
            assertThat(told(room, () -> room.creating("one@acme.io", "BUSINESS")))
                    .contains("no more seats");
            assertThat(told(room, () -> room.creating("two@acme.io", "BUSINESS")))
                    .contains("no more seats");
            assertThat(told(room, () -> room.creating("three@acme.io", "BUSINESS")))
                    .isEqualTo("ok");
            assertThat(room.knows("one@acme.io")).isFalse();
            assertThat(room.is("three@acme.io", State.PENDING)).isTrue();

            room.control.heal();
            room.pass(Duration.ofSeconds(2), 5); // as after an outage: not the minute after a refusal
            assertThat(room.is("three@acme.io", State.WAITING_FOR_SIGNUP)).isTrue();
        }
    }

    @Test
    void a_refusal_of_what_is_so_already_is_no_refusal() {
        try (Room room = Room.patient(5)) {
            room.control.invite(TESS, "DEVELOPER");
            assertThat(told(room, () -> room.creating(TESS, "DEVELOPER"))).isEqualTo("ok");
            assertThat(room.is(TESS, State.WAITING_FOR_SIGNUP)).isTrue();
        }
    }

    @Test
    void a_refused_leaver_is_told_and_remembered_and_tried_again() {
        try (Room room = Room.patient(5)) {
            room.control.add(TESS, "DEVELOPER");
            room.pass(Duration.ofSeconds(1));
            room.control.failNext(2, "disableUser", Way.errors("owns a schedule"));
            assertThat(told(room, () -> room.patching(TESS, Room.LEAVE))).contains("owns a schedule");
            assertThat(room.user(TESS).wish().desired()).isEqualTo(new Desired.Inactive());
            room.awaitPassing(STEP, () -> room.is(TESS, State.SETTLED));
            assertThat(room.control.person(TESS).is("disabled")).isTrue();
        }
    }

    @Test
    void a_leaver_who_was_disabled_by_hand_meanwhile_has_left() {
        try (Room room = Room.patient(5)) {
            room.control.add(TESS, "DEVELOPER");
            room.pass(Duration.ofSeconds(1));
            room.control.disable(TESS);
            room.control.failAlways("disableUser", Way.errors("is already disabled"));
            assertThat(told(room, () -> room.patching(TESS, Room.LEAVE))).isEqualTo("ok");
            assertThat(room.is(TESS, State.SETTLED)).isTrue();
        }
    }

    /** What a write is answered while time goes by: ok, or the words of the problem. */
    private static String told(Room room, Supplier<CompletableFuture<?>> write) {
        CompletableFuture<?> answer = write.get();
        room.awaitPassing(STEP, answer::isDone);
        try {
            Object unused = answer.join();
            return "ok";
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            Assertions.assertThat(cause).isInstanceOf(ScimProblem.class);
            assertThat(((ScimProblem) cause).status()).isEqualTo(400);
            return ((ScimProblem) cause).detail();
        }
    }
}
