package dev.scimbridge.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.Trace.Ending;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a listing may and may not say about a command that was given near it. */
class ObservationTest {
    private static final Instant END = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final Listing BEFORE = new Listing(9, END.minusSeconds(1));
    private static final Listing SOON = new Listing(11, END.plusSeconds(1));
    private static final Listing LATER = new Listing(12, END.plusSeconds(5));
    private static final Observed INVITED = new Observed.Invited(AccountType.DEVELOPER);
    private static final Observed EXPIRED = new Observed.Expired(AccountType.DEVELOPER);
    private static final Observed ADMIN = new Observed.Active("u1", AccountType.ADMIN);
    private static final Observed DEVELOPER = new Observed.Active("u1", AccountType.DEVELOPER);
    private static final Command INVITE = new Command.Invite(Address.of("a@b"), AccountType.DEVELOPER);
    private static final Command CHANGE = new Command.ChangeAccountType("u1", AccountType.DEVELOPER, AccountType.ADMIN);
    private static final Command DISABLE = new Command.Disable("u1");

    @Test
    void a_listing_older_than_an_invite_does_not_undo_it() {
        Observation invited = Observation.ABSENT.ended(trace(INVITE, Ending.DONE));
        assertThat(invited.state()).isEqualTo(INVITED);
        assertThat(invited.missing(BEFORE, SETTLING).state()).isEqualTo(INVITED);
        assertThat(invited.missing(SOON, SETTLING).state()).isEqualTo(INVITED);
        assertThat(invited.missing(LATER, SETTLING)).isEqualTo(Observation.ABSENT);
    }

    @Test
    void a_listing_older_than_an_invite_that_shows_them_further_along_is_news() {
        Observation invited = Observation.ABSENT.ended(trace(INVITE, Ending.DONE));
        assertThat(invited.sighted(DEVELOPER, BEFORE, SETTLING).state()).isEqualTo(DEVELOPER);
        assertThat(invited.sighted(EXPIRED, BEFORE, SETTLING).state()).isEqualTo(INVITED);
    }

    @Test
    void a_listing_older_than_a_change_does_not_bring_the_old_type_back() {
        Observation changed = Observation.of(DEVELOPER).ended(trace(CHANGE, Ending.DONE));
        assertThat(changed.sighted(DEVELOPER, BEFORE, SETTLING).state()).isEqualTo(ADMIN);
        assertThat(changed.sighted(DEVELOPER, LATER, SETTLING).state()).isEqualTo(DEVELOPER);
        Observed third = new Observed.Active("u1", AccountType.BUSINESS);
        assertThat(changed.sighted(third, BEFORE, SETTLING).state()).isEqualTo(third);
    }

    @Test
    void a_listing_older_than_a_disable_does_not_bring_the_person_back() {
        Observation disabled = Observation.of(ADMIN).ended(trace(DISABLE, Ending.DONE));
        assertThat(disabled.sighted(ADMIN, BEFORE, SETTLING).state()).isEqualTo(new Observed.Gone());
        assertThat(disabled.sighted(ADMIN, LATER, SETTLING).state()).isEqualTo(ADMIN);
        Observed other = new Observed.Active("u2", AccountType.ADMIN);
        assertThat(disabled.sighted(other, BEFORE, SETTLING).state()).isEqualTo(other);
    }

    @Test
    void a_third_type_after_a_change_was_made_by_somebody_else_once_the_change_must_show() {
        Observation changed = Observation.of(DEVELOPER).ended(trace(CHANGE, Ending.DONE));
        Observed third = new Observed.Active("u1", AccountType.BUSINESS);
        assertThat(changed.isChangedSince(third, LATER, SETTLING)).isTrue();
        assertThat(changed.isChangedSince(third, SOON, SETTLING)).isFalse();
        assertThat(changed.isChangedSince(ADMIN, LATER, SETTLING)).isFalse();
        assertThat(changed.isChangedSince(DEVELOPER, LATER, SETTLING))
                .as("lost")
                .isFalse();
        Observation lost = Observation.of(DEVELOPER).ended(trace(CHANGE, Ending.UNKNOWN));
        assertThat(lost.isChangedSince(third, LATER, SETTLING)).isFalse();
    }

    @Test
    void what_stood_before_a_command_of_unknown_end_may_turn_until_a_listing_must_show_it() {
        Observation doubtful = Observation.of(ADMIN).ended(trace(DISABLE, Ending.UNKNOWN));
        Observation looked = doubtful.sighted(ADMIN, SOON, SETTLING);
        assertThat(looked.mayTurn(SOON, SETTLING)).isTrue();
        assertThat(looked.retrying().mayTurn(SOON, SETTLING))
                .as("also for a new wish")
                .isTrue();
        Wish back = Wish.of(new Desired.Active(AccountType.ADMIN, null), END);
        assertThat(back.seeing(looked).fulfilled()).isFalse();
        assertThat(looked.mayTurn(LATER, SETTLING)).isFalse();
        assertThat(back.seeing(looked, LATER).fulfilled()).isTrue();
        assertThat(looked.missing(SOON, SETTLING).mayTurn()).isFalse();
    }

    @Test
    void an_invite_beside_one_by_hand_is_remembered_until_either_is_taken() {
        Observation invited = Observation.ABSENT.ended(trace(INVITE, Ending.DONE));
        Observed other = new Observed.Invited(AccountType.ADMIN);
        Observation both = invited.sighted(other, LATER, SETTLING);
        assertThat(both.state()).isEqualTo(other);
        assertThat(both.isTakenInvite(DEVELOPER)).isTrue();
        assertThat(both.isTakenInvite(ADMIN)).isFalse();
        assertThat(both.missing(LATER, SETTLING)).isEqualTo(new Observation(new Observed.Gone(), true, null));
        assertThat(both.sighted(DEVELOPER, LATER, SETTLING)).isEqualTo(Observation.of(DEVELOPER));
        assertThat(invited.sighted(INVITED, LATER, SETTLING).isTakenInvite(DEVELOPER))
                .isFalse();
    }

    @Test
    void a_settled_result_survives_a_listing_that_lags_behind_one_that_showed_it() {
        Observation invited = Observation.ABSENT.ended(trace(INVITE, Ending.DONE));
        Observation shown = invited.sighted(INVITED, SOON, SETTLING);
        assertThat(shown.missing(BEFORE, SETTLING).state()).isEqualTo(INVITED);
    }

    @Test
    void an_invite_in_doubt_is_cleared_by_a_presence_at_once_and_by_an_absence_only_when_settled() {
        Observation doubt = Observation.ABSENT.ended(trace(INVITE, Ending.UNKNOWN));
        assertThat(doubt.believed()).isEqualTo(new Observed.Unknown());
        assertThat(doubt.sighted(INVITED, BEFORE, SETTLING).believed()).isEqualTo(INVITED);
        assertThat(doubt.missing(SOON, SETTLING).believed()).isEqualTo(new Observed.Unknown());
        assertThat(doubt.missing(LATER, SETTLING).believed()).isEqualTo(new Observed.Absent());
    }

    @Test
    void a_disable_in_doubt_is_cleared_by_one_look_asked_for_after_it() {
        Observation doubt = Observation.of(ADMIN).ended(trace(DISABLE, Ending.UNKNOWN));
        assertThat(doubt.sighted(ADMIN, BEFORE, SETTLING).believed()).isEqualTo(new Observed.Unknown());
        assertThat(doubt.sighted(ADMIN, SOON, SETTLING).believed()).isEqualTo(ADMIN);
        assertThat(doubt.missing(BEFORE, SETTLING).believed()).isEqualTo(new Observed.Gone());
    }

    @Test
    void a_refusal_is_believed_after_a_look_that_shows_nothing_changed() {
        Observation refused = Observation.of(ADMIN).ended(trace(DISABLE, Ending.REFUSED));
        assertThat(refused.believed()).isEqualTo(new Observed.Unknown());
        Observation looked = refused.sighted(ADMIN, SOON, SETTLING);
        assertThat(looked.believed()).isEqualTo(ADMIN);
        assertThat(looked.last()).matches(Trace::isRefusal);
        assertThat(refused.missing(SOON, SETTLING).last()).isNotNull().matches(last -> !last.isRefusal());
    }

    @Test
    void somebody_who_was_listed_is_gone_and_somebody_who_never_was_is_absent() {
        assertThat(Observation.of(ADMIN).missing(LATER, SETTLING).state()).isEqualTo(new Observed.Gone());
        assertThat(Observation.NONE.missing(LATER, SETTLING).state()).isEqualTo(new Observed.Absent());
    }

    @Test
    void an_invite_that_only_an_answer_tells_of_does_not_fulfil_the_wish() {
        Wish wish = Wish.of(new Desired.Active(AccountType.DEVELOPER, null), END);
        Observation invited = Observation.ABSENT.ended(trace(INVITE, Ending.DONE));
        assertThat(wish.seeing(invited).fulfilled()).isFalse();
        assertThat(wish.seeing(invited.sighted(INVITED, SOON, SETTLING)).fulfilled())
                .isTrue();
    }

    private static Trace trace(Command command, Ending ending) {
        return new Trace(command, new Trace.End(ending, "?", 10, END), false, ending == Ending.DONE ? 0 : 1, END);
    }
}
