package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.sandbox.Control.Call;
import dev.scimbridge.sandbox.Knob;
import dev.scimbridge.sandbox.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rules 3 to 5 of the design: look before repeating. The time-out only turns a deadlock into a failure. */
@Timeout(90)
class DoubtTest {
    private static final String TESS = "tess@acme.io";
    private static final String INVITE = "inviteUser";
    private static final String DISABLE = "disableUser";
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void an_invite_in_doubt_is_sent_once_more_and_not_before_it_would_have_shown() {
        try (Room room = Room.with(3)) {
            room.control.failNext(INVITE, Way.cutBefore());
            room.create(TESS, "DEVELOPER");
            room.await(() -> room.calls(INVITE, TESS).size() == 1);
            room.awaitPassing(SECOND, () -> room.calls(INVITE, TESS).size() == 2);
            room.pass(SECOND, 12);
            List<Instant> calls = room.calls(INVITE, TESS);
            assertThat(calls).hasSize(2);
            assertThat(calls.get(1)).isAfterOrEqualTo(calls.get(0).plus(Room.SETTLING));
            assertThat(room.is(TESS, State.WAITING_FOR_SIGNUP)).isTrue();
        }
    }

    @Test
    void an_invite_carried_out_late_after_a_cut_is_found_and_not_repeated() {
        try (Room room = Room.with(3)) {
            room.control.knob(Knob.LATE_EXECUTION, Optional.of(Duration.ofSeconds(3)));
            room.control.failNext(INVITE, Way.cutBefore());
            room.create(TESS, "DEVELOPER");
            room.await(() -> room.calls(INVITE, TESS).size() == 1);
            room.awaitPassing(SECOND, () -> room.is(TESS, State.WAITING_FOR_SIGNUP));
            room.pass(SECOND, 12);
            assertThat(room.calls(INVITE, TESS)).hasSize(1);
            assertThat(room.control.applied(INVITE, TESS)).isEqualTo(1);
        }
    }

    @Test
    void a_listing_that_lags_longer_than_expected_invites_nobody_twice() {
        try (Room room = Room.with(3)) {
            room.control.knob(Knob.LISTING_LAG, Duration.ofSeconds(40));
            room.create(TESS, "DEVELOPER");
            room.await(() -> room.control.applied(INVITE, TESS) == 1);
            room.pass(Duration.ofSeconds(6), 3);
            assertThat(room.is(TESS, State.PENDING)).isTrue();
            room.awaitPassing(SECOND, () -> room.is(TESS, State.WAITING_FOR_SIGNUP));
            room.pass(SECOND, 3);
            assertThat(room.calls(INVITE, TESS)).hasSize(1);
        }
    }

    @Test
    void a_disable_in_doubt_is_repeated_without_a_look_when_none_has_succeeded_for_five_minutes() {
        try (Room room = Room.with(3)) {
            room.member(TESS, "DEVELOPER");
            room.control.failAlways("listUsers", Way.http(500));
            room.control.failNext(DISABLE, Way.cutBefore());
            room.patch(TESS, Room.LEAVE);
            room.await(() -> room.calls(DISABLE, TESS).size() == 1);
            room.awaitPassing(Duration.ofSeconds(2), () -> room.control.applied(DISABLE, TESS) == 1);
            List<Instant> calls = room.calls(DISABLE, TESS);
            assertThat(calls).hasSize(2);
            assertThat(calls.get(1)).isAfterOrEqualTo(calls.get(0).plus(Duration.ofMinutes(5)));
            room.control.heal();
            room.awaitPassing(SECOND, () -> room.is(TESS, State.SETTLED));
            assertThat(room.user(TESS).observation().state()).isEqualTo(new Observed.Gone());
        }
    }

    @Test
    void a_change_that_a_write_waits_for_is_not_undone_by_a_listing_that_lacks_everybody() {
        try (Room room = Room.patient(3)) {
            room.control.add(TESS, "BUSINESS");
            room.pass(SECOND);
            room.control.failNext("updateUserAccountType", Way.hangAfter());
            CompletableFuture<?> write = room.patching(TESS, Room.role("DEVELOPER"));
            room.control.awaitHeld(1);
            room.control.failNext("listUsers", Way.emptyListing());
            room.pass(SECOND);
            assertThat(room.operations().status().implausible()).isTrue();
            room.control.release();
            room.await(write::isDone);
            Observed state = room.user(TESS).observation().state();
            assertThat(state.accountType()).contains(AccountType.DEVELOPER);
            room.pass(SECOND, 7);
            assertThat(room.is(TESS, State.SETTLED)).isTrue();
            assertThat(room.control.commands()).isEqualTo(1);
        }
    }

    @Test
    void after_a_crash_with_an_invite_in_flight_nobody_is_invited_twice() {
        try (Room room = Room.with(3)) {
            room.control.failNext(INVITE, Way.hangAfter());
            room.create(TESS, "DEVELOPER");
            room.control.awaitHeld(1);
            room.crash();
            assertThat(room.is(TESS, State.PENDING) || room.is(TESS, State.WAITING_FOR_SIGNUP))
                    .isTrue();
            room.pass(SECOND, 12);
            room.await(() -> room.is(TESS, State.WAITING_FOR_SIGNUP));
            assertThat(room.calls(INVITE, TESS)).hasSize(1);
        }
    }

    @Test
    void after_a_crash_with_an_invite_that_never_arrived_it_is_sent_once_more() {
        try (Room room = Room.with(3)) {
            room.control.failNext(INVITE, Way.hang());
            room.create(TESS, "DEVELOPER");
            room.control.awaitHeld(1);
            room.crash();
            room.control.drop();
            Instant opened = room.clock.instant();
            room.awaitPassing(SECOND, () -> room.is(TESS, State.WAITING_FOR_SIGNUP));
            room.pass(SECOND, 6);
            assertThat(room.control.log(INVITE, TESS).stream().filter(Call::applied))
                    .hasSize(1);
            assertThat(room.calls(INVITE, TESS)).hasSize(2);
            assertThat(room.calls(INVITE, TESS).get(1)).isAfterOrEqualTo(opened.plus(Room.SETTLING));
        }
    }

    @Test
    void a_write_that_still_waited_at_a_crash_stands() {
        try (Room room = Room.patient(3)) {
            room.control.failNext(INVITE, Way.hang());
            CompletableFuture<?> write = room.creating(TESS, "DEVELOPER");
            room.control.awaitHeld(1);
            assertThat(write).isNotDone();
            assertThat(room.knows(TESS)).as("not visible to reads").isFalse();
            room.crash();
            room.control.drop();
            assertThat(room.knows(TESS)).isTrue();
            room.awaitPassing(SECOND, () -> room.is(TESS, State.WAITING_FOR_SIGNUP));
            assertThat(room.control.applied(INVITE, TESS)).isEqualTo(1);
        }
    }
}
