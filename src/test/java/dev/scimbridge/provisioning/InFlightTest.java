package dev.scimbridge.provisioning;

import dev.scimbridge.lifecycle.State;
import dev.scimbridge.sandbox.Way;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is said while a command is on its way counts from where that command will have led. */
class InFlightTest {
    private static final String TESS = "tess.user@acme.io";
    private static final String BACK = "{'op':'replace','path':'active','value':true}";
    private static final Duration STEP = Duration.ofSeconds(1);

    @Test
    void whoever_is_deleted_while_their_invite_is_on_its_way_is_disabled_when_they_sign_up() {
        try (Room room = Room.with(3)) {
            room.control.failNext("inviteUser", Way.hangAfter());
            room.create(TESS, "BUSINESS");
            room.control.awaitHeld(1);
            var unused = room.deleting(TESS).join();
            room.control.accept(TESS);
            room.pass(STEP, 2);
            room.control.release();
            room.awaitPassing(STEP, () -> room.control.person(TESS).is("disabled"));
        }
    }

    @Test
    void a_demotion_said_while_the_promotion_is_on_its_way_is_carried_out() {
        try (Room room = Room.with(3)) {
            room.member(TESS, "DEVELOPER");
            room.control.failNext("updateUserAccountType", Way.hangAfter());
            room.patch(TESS, Room.role("ADMIN"));
            room.control.awaitHeld(1);
            room.patch(TESS, Room.role("DEVELOPER"));
            room.pass(STEP, 2);
            room.control.release();
            room.awaitPassing(
                    STEP,
                    () -> room.control.person(TESS).accountType().equals("DEVELOPER") && room.is(TESS, State.SETTLED));
        }
    }

    @Test
    void whoever_comes_back_while_their_disabling_is_on_its_way_is_invited_again() {
        try (Room room = Room.with(3)) {
            room.member(TESS, "DEVELOPER");
            room.control.knob("invite-disabled", "ok");
            room.control.failNext("disableUser", Way.hangAfter());
            room.patch(TESS, Room.LEAVE);
            room.control.awaitHeld(1);
            room.patch(TESS, BACK);
            room.pass(STEP, 2);
            room.control.release();
            room.awaitPassing(STEP, () -> room.control.person(TESS).is("invited"));
        }
    }

    @Test
    void whoever_is_deleted_before_a_listing_has_shown_an_invite_by_hand_is_disabled_when_they_sign_up() {
        try (Room room = Room.with(3)) {
            room.create(TESS, "BUSINESS");
            room.pass(STEP);
            room.control.revoke(TESS);
            room.pass(STEP, 3);
            room.control.down();
            room.clock.wind(STEP);
            room.control.invite(TESS, "DEVELOPER");
            var unused = room.deleting(TESS).join();
            room.control.up();
            room.pass(STEP, 2);
            room.control.accept(TESS);
            room.awaitPassing(STEP, () -> room.control.person(TESS).is("disabled"));
        }
    }

    /** Two invites are open then, and nobody here can know which one they take. */
    @Test
    void what_the_bridge_itself_has_invited_with_is_no_hand_act_when_they_sign_up() {
        try (Room room = Room.with(3)) {
            room.control.knob("reinvite-open", "duplicated");
            room.pass(STEP);
            room.control.invite(TESS, "ANALYST");
            room.create(TESS, "DEVELOPER");
            room.pass(Duration.ofSeconds(10), 3);
            room.patch(TESS, Room.role("ANALYST"));
            room.pass(Duration.ofSeconds(10), 3);
            room.control.accept(TESS);
            room.awaitPassing(
                    STEP,
                    () -> room.control.person(TESS).is("active")
                            && room.control.person(TESS).accountType().equals("ANALYST")
                            && room.is(TESS, State.SETTLED));
        }
    }

    @Test
    void whoever_comes_back_after_a_disabling_of_unknown_end_is_invited_again_when_a_later_listing_shows_it() {
        try (Room room = Room.with(3)) {
            room.control.knob("listing-lag", "PT2S");
            room.control.knob("invite-disabled", "ok");
            room.member(TESS, "DEVELOPER");
            room.control.failNext("disableUser", Way.httpAfter(502));
            room.control.failNext("listUsers", Way.http(500));
            room.patch(TESS, Room.LEAVE);
            room.await(() -> room.isEnded(TESS, "disableUser"));
            room.patch(TESS, BACK);
            room.awaitPassing(STEP, () -> room.control.person(TESS).is("invited"));
        }
    }

    @Test
    void an_old_listing_of_a_disabled_person_does_not_pass_for_their_return() {
        try (Room room = Room.with(3)) {
            room.control.knob("listing-lag", "PT2S");
            room.member(TESS, "DEVELOPER");
            room.patch(TESS, Room.LEAVE);
            room.await(() -> room.control.applied("disableUser", TESS) == 1 && room.isQuiet());
            room.patch(TESS, BACK);
            room.await(() -> room.control.calls("inviteUser", TESS) == 2);
            room.pass(STEP, 12);
            room.await(() -> room.is(TESS, State.NEEDS_HAND));
        }
    }
}
