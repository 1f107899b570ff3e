package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.sandbox.Knob;
import dev.scimbridge.store.Entry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is changed in the workspace by hand. The time-out only turns a deadlock into a failure. */
@Timeout(90)
class DriftTest {
    private static final String TESS = "tess@acme.io";
    private static final Duration SETTLED = Duration.ofSeconds(6);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Room.House ENFORCING =
            new Room.House(AccountTypeRules.DEFAULT, Room.House.USUAL.guards(), true);

    @Test
    void another_type_is_reported_written_down_once_and_cleared_when_it_is_undone() {
        try (Room room = Room.with(5)) {
            room.member(TESS, "BUSINESS");
            room.control.changeRole(TESS, "ADMIN");
            room.pass(SETTLED, 3);
            room.await(() -> room.is(TESS, State.DRIFT));
            Entry entry = drifts(room).get(0);
            assertThat(entry.words().answered()).isEqualTo("seen active as ADMIN");
            assertThat(entry.words().why())
                    .isEqualTo("was active as BUSINESS, desired active as BUSINESS:"
                            + " changed in the workspace, not by this bridge");
            assertThat(drifts(room)).hasSize(1);
            room.pass(DAY, 2);
            assertThat(room.control.calls("updateUserAccountType", TESS)).isZero();

            room.control.changeRole(TESS, "BUSINESS");
            room.pass(SETTLED);
            room.await(() -> room.is(TESS, State.SETTLED));
            assertThat(drifts(room)).hasSize(2);
        }
    }

    @Test
    void a_change_by_hand_before_any_listing_has_shown_what_was_done_is_reported_too() {
        try (Room room = Room.with(5)) {
            room.member(TESS, "BUSINESS");
            room.patch(TESS, Room.role("ANALYST"));
            room.await(() -> room.control.applied("updateUserAccountType", TESS) == 1 && room.isQuiet());
            room.control.changeRole(TESS, "DEVELOPER");
            room.pass(SETTLED, 3);
            room.await(() -> room.is(TESS, State.DRIFT));
            assertThat(drifts(room)).hasSize(1);
            room.pass(DAY, 2);
            assertThat(room.control.calls("updateUserAccountType", TESS)).isEqualTo(1);
        }
    }

    @Test
    void somebody_disabled_by_hand_is_reported_and_never_invited_again() {
        try (Room room = Room.with(5)) {
            room.member(TESS, "BUSINESS");
            room.control.disable(TESS);
            room.pass(SETTLED, 3);
            room.await(() -> room.is(TESS, State.DRIFT));
            room.pass(DAY, 5);
            assertThat(room.control.calls("inviteUser", TESS)).isEqualTo(1);
            room.control.enable(TESS);
            room.pass(SETTLED);
            room.await(() -> room.is(TESS, State.SETTLED));
        }
    }

    @Test
    void where_drift_is_set_right_the_type_goes_back_at_most_three_times_a_day() {
        try (Room room = Room.with(5, ENFORCING)) {
            room.member(TESS, "BUSINESS");
            for (int times = 1; times <= 3; times++) {
                int done = times;
                room.control.changeRole(TESS, "DEVELOPER");
                room.pass(SETTLED);
                room.await(() -> room.control.applied("updateUserAccountType", TESS) == done);
                room.pass(SETTLED);
                room.await(() -> room.is(TESS, State.SETTLED));
            }
            room.control.changeRole(TESS, "DEVELOPER");
            room.pass(SETTLED);
            room.await(() -> room.is(TESS, State.HELD));
            assertThat(room.user(TESS).course().why()).contains("3 times within a day");
            assertThat(drifts(room)).hasSize(4);
            room.pass(DAY);
            room.await(() -> room.is(TESS, State.SETTLED));
        }
    }

    @Test
    void where_drift_is_set_right_who_was_disabled_is_invited_once_and_then_needs_a_hand() {
        try (Room room = Room.with(5, ENFORCING)) {
            room.control.knob(Knob.INVITE_DISABLED, Knob.InviteDisabled.OK);
            room.member(TESS, "BUSINESS");
            room.control.disable(TESS);
            room.pass(SETTLED, 2);
            room.await(() -> room.control.applied("inviteUser", TESS) == 2);
            room.pass(SETTLED);
            room.await(() -> room.is(TESS, State.WAITING_FOR_SIGNUP));
            room.control.accept(TESS);
            room.pass(SETTLED);
            room.await(() -> room.is(TESS, State.SETTLED));
            room.control.disable(TESS);
            room.pass(SETTLED, 2);
            room.await(() -> room.is(TESS, State.NEEDS_HAND));
            room.pass(DAY, 3);
            assertThat(room.control.calls("inviteUser", TESS)).isEqualTo(2);
            room.control.enable(TESS);
            room.pass(SETTLED);
            room.await(() -> room.is(TESS, State.SETTLED));
        }
    }

    @Test
    void a_leaver_enabled_by_hand_is_disabled_again_and_that_is_drift_whatever_is_asked_for() {
        try (Room room = Room.with(5)) {
            room.member(TESS, "BUSINESS");
            room.patch(TESS, Room.LEAVE);
            for (int times = 1; times <= 3; times++) {
                int done = times;
                room.await(() -> room.control.applied("disableUser", TESS) == done);
                room.pass(SETTLED, 2);
                room.await(() -> room.is(TESS, State.SETTLED));
                room.control.enable(TESS);
                room.pass(SETTLED);
            }
            room.await(() -> room.is(TESS, State.HELD));
            assertThat(room.user(TESS).course().why()).contains("disabled 3 times");
            assertThat(drifts(room))
                    .hasSize(3)
                    .extracting(entry -> entry.words().answered())
                    .containsOnly("seen active as BUSINESS");
        }
    }

    @Test
    void what_happens_to_somebody_nobody_has_written_to_is_written_down_too() {
        try (Room room = Room.with(5)) {
            room.control.add(TESS, "BUSINESS");
            room.pass(SETTLED);
            room.control.changeRole(TESS, "ADMIN");
            room.pass(SETTLED);
            room.await(() -> drifts(room).size() == 1);
            assertThat(drifts(room).get(0).words().why()).contains("was active as BUSINESS, nothing desired");
            assertThat(room.is(TESS, State.UNMANAGED)).isTrue();
        }
    }

    private static List<Entry> drifts(Room room) {
        return room.timeline(TESS).stream()
                .filter(entry -> entry.kind().equals("drift"))
                .toList();
    }
}
