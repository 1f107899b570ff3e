package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule 14: what only a hand can do is said, and closes itself. The time-out only turns a deadlock into a failure. */
@Timeout(90)
class HandTaskTest {
    private static final String TESS = "tess@acme.io";
    private static final Duration SETTLED = Duration.ofSeconds(6);

    @Test
    void to_enable_somebody_who_was_disabled() {
        try (Room room = Room.with(5)) {
            room.member(TESS, "BUSINESS");
            room.patch(TESS, Room.LEAVE);
            room.await(() -> room.control.applied("disableUser", TESS) == 1);
            room.pass(SETTLED);
            assertThat(room.operations().handTasks()).isEmpty();
            room.patch(TESS, "{'op':'replace','path':'active','value':true}");
            room.awaitPassing(Duration.ofMillis(300), () -> room.is(TESS, State.NEEDS_HAND));
            assertThat(task(room).what()).isEqualTo("enable them in the workspace");
            assertThat(task(room).why()).contains("enable them in the workspace by hand");

            room.control.enable(TESS);
            room.pass(SETTLED);
            closed(room, State.SETTLED);
        }
    }

    @Test
    void to_rename_somebody() {
        try (Room room = Room.with(5)) {
            room.member(TESS, "BUSINESS");
            room.patch(TESS, "{'op':'replace','path':'userName','value':'married@acme.io'}");
            room.await(() -> room.is(TESS, State.NEEDS_HAND));
            assertThat(task(room).what()).isEqualTo("change their address in the workspace to married@acme.io");

            room.control.rename(TESS, "married@acme.io");
            room.pass(SETTLED);
            closed(room, State.SETTLED);
        }
    }

    @Test
    void to_rename_somebody_who_has_only_been_invited() {
        try (Room room = Room.with(5)) {
            invited(room);
            room.patch(TESS, "{'op':'replace','path':'userName','value':'married@acme.io'}");
            room.await(() -> room.is(TESS, State.WAITING_FOR_SIGNUP));
            assertThat(task(room).what()).contains("married@acme.io");
            room.control.accept(TESS);
            room.pass(SETTLED);
            room.await(() -> room.is(TESS, State.NEEDS_HAND));
            room.control.rename(TESS, "married@acme.io");
            room.pass(SETTLED);
            closed(room, State.SETTLED);
        }
    }

    @Test
    void to_revoke_the_invite_of_somebody_who_must_not_come() {
        try (Room room = Room.with(5)) {
            invited(room);
            room.patch(TESS, Room.LEAVE);
            room.await(() -> room.is(TESS, State.ARMED));
            assertThat(task(room).what()).isEqualTo("revoke their invite in the workspace");

            room.control.revoke(TESS);
            room.pass(SETTLED, 2);
            closed(room, State.SETTLED);
        }
    }

    @Test
    void to_change_an_open_invite() {
        try (Room room = Room.with(5)) {
            invited(room);
            room.patch(TESS, Room.role("DEVELOPER"));
            room.await(() -> room.is(TESS, State.WAITING_FOR_SIGNUP));
            assertThat(task(room).what())
                    .isEqualTo("revoke their invite in the workspace: they are then invited as DEVELOPER");
            assertThat(task(room).why()).contains("becomes DEVELOPER");

            room.control.revoke(TESS);
            room.pass(SETTLED, 2);
            room.await(() -> room.control.applied("inviteUser", TESS) == 2);
            room.pass(SETTLED);
            closed(room, State.WAITING_FOR_SIGNUP);
            assertThat(room.control.person(TESS).accountType()).isEqualTo("DEVELOPER");
        }
    }

    private static void invited(Room room) {
        room.create(TESS, "BUSINESS");
        room.await(() -> room.control.applied("inviteUser", TESS) == 1);
        room.pass(SETTLED);
    }

    private static HandTask task(Room room) {
        assertThat(room.operations().handTasks()).hasSize(1);
        return room.operations().handTasks().get(0);
    }

    private static void closed(Room room, State state) {
        room.await(() -> room.is(TESS, state));
        assertThat(room.operations().handTasks()).isEmpty();
    }
}
