package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.State;
import dev.scimbridge.provisioning.Interlock.Opening;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is stopped stays stopped, and goes on when it may. The time-out only turns a deadlock into a failure. */
@Timeout(90)
class InterlockTest {
    private static final String TESS = "tess@acme.io";
    private static final String JOE = "joe@acme.io";
    private static final Duration SETTLED = Duration.ofSeconds(6);

    @Test
    void in_a_pause_writes_are_taken_at_once_and_nothing_is_touched_until_resume() {
        try (Room room = Room.patient(5)) {
            room.interlock().pause(false);
            CompletableFuture<?> answer = room.creating(TESS, "DEVELOPER");
            room.await(answer::isDone);
            assertThat(room.user(TESS).course().why()).contains("paused", "resume");
            room.patch(Room.FIRST_ADMIN, Room.LEAVE);
            room.pass(SETTLED, 2);
            room.pass(Duration.ofHours(2));
            assertThat(room.is(TESS, State.PENDING)).isTrue();
            assertThat(room.is(Room.FIRST_ADMIN, State.PENDING)).isTrue();
            assertThat(room.control.commands()).isZero();

            room.interlock().resume();
            room.await(() -> room.is(TESS, State.WAITING_FOR_SIGNUP));
            room.awaitPassing(Duration.ofMillis(300), () -> room.is(Room.FIRST_ADMIN, State.SETTLED));
        }
    }

    @Test
    void leavers_may_be_left_out_of_a_pause() {
        try (Room room = Room.with(5)) {
            room.member(JOE, "DEVELOPER");
            room.interlock().pause(true);
            room.create(TESS, "DEVELOPER");
            room.patch(JOE, Room.LEAVE);
            room.await(() -> room.is(JOE, State.SETTLED));
            assertThat(room.control.person(JOE).is("disabled")).isTrue();
            assertThat(room.control.calls("inviteUser", TESS)).isZero();
        }
    }

    @Test
    void a_pause_outlives_a_crash_and_is_written_down() {
        try (Room room = Room.with(5)) {
            room.interlock().pause(false);
            room.crash();
            assertThat(room.interlock().standing().paused()).isNotNull();
            room.create(TESS, "DEVELOPER");
            room.await(() -> room.user(TESS).course().why().contains("paused"));
            room.interlock().resume();
            room.crash();
            room.awaitPassing(Duration.ofMillis(300), () -> room.is(TESS, State.WAITING_FOR_SIGNUP));
        }
    }

    @Test
    void a_shadow_calls_nothing_and_writes_each_step_down_once() {
        try (Room room = Room.with(5)) {
            room.member(JOE, "DEVELOPER");
            room.restart(new Opening(true, null));
            long before = room.control.commands();
            room.create(TESS, "BUSINESS");
            room.patch(JOE, Room.LEAVE);
            room.await(() -> room.is(TESS, State.SHADOW) && room.is(JOE, State.SHADOW));
            String invite = "would call inviteUser tess@acme.io as BUSINESS: not in the workspace yet";
            assertThat(room.user(TESS).course().why()).isEqualTo(invite);
            room.patch(TESS, "{'op':'replace','path':'title','value':'Dr'}");
            room.pass(SETTLED, 2);
            room.restart(new Opening(true, null));
            room.await(() -> room.is(TESS, State.SHADOW));
            assertThat(room.noted(TESS, "shadow")).isEqualTo(List.of(invite));
            assertThat(room.noted(JOE, "shadow")).singleElement().asString().startsWith("would call disableUser");
            assertThat(room.control.commands()).isEqualTo(before);
        }
    }

    @Test
    void whoever_sees_that_a_shadowed_step_was_done_by_hand_rests() {
        try (Room room = Room.with(5)) {
            room.restart(new Opening(true, null));
            room.create(TESS, "BUSINESS");
            room.await(() -> room.is(TESS, State.SHADOW));
            room.control.invite(TESS, "BUSINESS");
            room.pass(SETTLED);
            room.await(() -> room.is(TESS, State.WAITING_FOR_SIGNUP));
        }
    }

    @Test
    void after_a_shadow_a_live_bridge_touches_nobody_before_somebody_has_confirmed() {
        try (Room room = Room.with(5)) {
            room.restart(new Opening(true, null));
            room.create(TESS, "BUSINESS");
            room.await(() -> room.is(TESS, State.SHADOW));
            room.restart(Opening.LIVE);
            room.await(() -> room.is(TESS, State.PENDING));
            assertThat(room.user(TESS).course().why()).contains("confirms the plan", "shadow");
            room.restart(Opening.LIVE);
            room.pass(SETTLED, 2);
            assertThat(room.interlock().standing().stopped()).contains("shadow");
            assertThat(room.control.commands()).isZero();
        }
    }
}
