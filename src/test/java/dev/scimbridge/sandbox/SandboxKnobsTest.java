package dev.scimbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.sandbox.Knob.Again;
import dev.scimbridge.sandbox.Knob.DisabledListed;
import dev.scimbridge.sandbox.Knob.InviteActive;
import dev.scimbridge.sandbox.Knob.InviteDisabled;
import dev.scimbridge.sandbox.Knob.LastAdmin;
import dev.scimbridge.sandbox.Knob.OpenInvite;
import dev.scimbridge.sandbox.Knob.Reinvite;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documentation leaves open, both ways. */
class SandboxKnobsTest {
    private static final String ADA = "ada@new.example";
    private static final String ALEXANDRA = "alexandra.james@paradime.example";
    private static final String MAX = "max.miller@paradime.example";
    private static final String PRIYA = "priya.sharma@paradime.example";

    private final HandWoundClock clock = new HandWoundClock();
    private final Workspace workspace =
            Workspace.start(Options.usual().withPeople(4).withClock(clock));
    private final Control control = Control.of(workspace);
    private final Caller caller = new Caller(workspace);

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void a_change_shows_at_once_unless_the_listing_lags() throws Exception {
        caller.invite(ADA, "DEVELOPER");
        assertThat(caller.list().invited()).containsExactly(ADA);
    }

    @Test
    void a_change_shows_only_after_the_lag() throws Exception {
        control.knob(Knob.LISTING_LAG, Duration.ofSeconds(5));
        caller.invite(ADA, "DEVELOPER");
        caller.disable(control.uid(PRIYA));
        clock.wind(Duration.ofSeconds(4));
        assertThat(caller.list().invited()).isEmpty();
        assertThat(caller.list().active()).hasSize(4).contains(PRIYA);
        clock.wind(Duration.ofSeconds(1));
        assertThat(caller.list().invited()).containsExactly(ADA);
        assertThat(caller.list().active()).hasSize(3).doesNotContain(PRIYA);
    }

    @Test
    void the_lag_hides_a_change_from_listings_only() throws Exception {
        control.knob(Knob.LISTING_LAG, Duration.ofSeconds(5));
        caller.invite(ADA, "DEVELOPER");
        assertThat(caller.invite(ADA, "DEVELOPER").gist()).contains("already invited");
    }

    @Test
    void a_cut_call_is_never_carried_out_unless_the_knob_says_so() throws Exception {
        cutInvite();
        clock.wind(Duration.ofDays(1));
        assertThat(control.find(ADA)).isEmpty();
    }

    @Test
    void a_cut_call_is_carried_out_late_when_the_knob_says_so() throws Exception {
        control.knob(Knob.LATE_EXECUTION, Optional.of(Duration.ofSeconds(30)));
        cutInvite();
        clock.wind(Duration.ofSeconds(29));
        assertThat(caller.list().invited()).isEmpty();
        assertThat(control.applied("inviteUser", ADA)).isZero();
        clock.wind(Duration.ofSeconds(1));
        assertThat(caller.list().invited()).containsExactly(ADA);
        assertThat(control.applied("inviteUser", ADA)).isEqualTo(1);
    }

    @Test
    void late_calls_and_sign_ups_happen_in_the_order_in_which_they_fall_due() throws Exception {
        control.knob("late-execution", "PT30S");
        control.knob("accept-after", "PT10S");
        cutInvite();
        clock.wind(Duration.ofSeconds(39));
        assertThat(caller.list().invited()).containsExactly(ADA);
        clock.wind(Duration.ofSeconds(1));
        assertThat(caller.list().active()).contains(ADA);
    }

    @ParameterizedTest
    @CsvSource({"PT30S, DEVELOPER", "PT5S, BUSINESS"})
    void what_falls_due_first_happens_first_even_if_nobody_looked(String late, String accountType) throws Exception {
        control.knob("accept-after", "PT10S");
        control.knob("late-execution", late);
        control.knob(Knob.REINVITE_OPEN, Reinvite.REPLACED);
        caller.invite(ADA, "DEVELOPER");
        control.failNext("inviteUser", Way.cutBefore());
        assertThatThrownBy(() -> caller.invite(ADA, "BUSINESS")).isInstanceOf(IOException.class);
        clock.wind(Duration.ofMinutes(1));
        assertThat(control.person(ADA).standing()).isEqualTo("active");
        assertThat(control.person(ADA).accountType()).isEqualTo(accountType);
    }

    @Test
    void a_late_call_may_be_refused_when_its_time_comes() throws Exception {
        control.knob("late-execution", "PT30S");
        cutInvite();
        caller.invite(ADA, "BUSINESS");
        clock.wind(Duration.ofSeconds(30));
        assertThat(control.person(ADA).accountType()).isEqualTo("BUSINESS");
        assertThat(control.calls("inviteUser", ADA)).isEqualTo(2);
        assertThat(control.applied("inviteUser", ADA)).isEqualTo(1);
    }

    @Test
    void a_disabled_person_stays_listed_when_the_knob_says_so() throws Exception {
        control.knob(Knob.DISABLED_LISTED, DisabledListed.YES);
        caller.disable(control.uid(PRIYA));
        assertThat(caller.list().active()).hasSize(4).contains(PRIYA);
    }

    @Test
    void an_open_invite_has_either_word() throws Exception {
        caller.invite(ADA, "DEVELOPER");
        assertThat(caller.list().column("invitedUsers", "inviteStatus")).containsExactly("ACTIVE");
        control.knob(Knob.OPEN_INVITE, OpenInvite.SENT);
        assertThat(caller.list().column("invitedUsers", "inviteStatus")).containsExactly("SENT");
    }

    @Test
    void a_second_invite_is_refused_when_the_knob_says_so() throws Exception {
        control.knob(Knob.REINVITE_OPEN, Reinvite.REFUSED);
        assertThat(reinvite(false)).isEqualTo(ADA + " was already invited to this workspace");
        assertThat(control.applied("inviteUser", ADA)).isEqualTo(1);
    }

    @Test
    void a_second_invite_refreshes_the_first_when_the_knob_says_so() throws Exception {
        control.knob(Knob.REINVITE_OPEN, Reinvite.OK);
        control.knob("accept-after", "PT10M");
        assertThat(reinvite(false)).isEqualTo("ok");
        assertThat(caller.list().column("invitedUsers", "accountType")).containsExactly("DEVELOPER");
        clock.wind(Duration.ofMinutes(9));
        assertThat(caller.list().invited()).containsExactly(ADA);
        clock.wind(Duration.ofMinutes(1));
        assertThat(caller.list().active()).contains(ADA);
    }

    @Test
    void a_second_invite_is_a_second_entry_when_the_knob_says_so() throws Exception {
        control.knob(Knob.REINVITE_OPEN, Reinvite.DUPLICATED);
        assertThat(reinvite(false)).isEqualTo("ok");
        assertThat(caller.list().invited()).containsExactly(ADA, ADA);
        assertThat(caller.list().column("invitedUsers", "accountType")).containsExactly("DEVELOPER", "BUSINESS");
        control.accept(ADA);
        assertThat(caller.list().invited()).isEmpty();
        assertThat(caller.list().active()).containsOnlyOnce(ADA);
    }

    @Test
    void a_second_invite_brings_its_account_type_when_the_knob_says_so() throws Exception {
        control.knob(Knob.REINVITE_OPEN, Reinvite.REPLACED);
        assertThat(reinvite(false)).isEqualTo("ok");
        assertThat(caller.list().column("invitedUsers", "accountType")).containsExactly("BUSINESS");
    }

    @Test
    void an_expired_invite_is_replaced_unless_the_knob_says_otherwise() throws Exception {
        assertThat(reinvite(true)).isEqualTo("ok");
        assertThat(caller.list().column("invitedUsers", "accountType")).containsExactly("BUSINESS");
        assertThat(caller.list().column("invitedUsers", "inviteStatus")).containsExactly("ACTIVE");
    }

    @Test
    void an_expired_invite_is_not_repeated_when_the_knob_says_so() throws Exception {
        control.knob(Knob.REINVITE_EXPIRED, Reinvite.REFUSED);
        assertThat(reinvite(true)).contains("already invited");
        assertThat(caller.list().column("invitedUsers", "inviteStatus")).containsExactly("EXPIRED");
    }

    @Test
    void an_expired_invite_stays_beside_the_new_one_when_the_knob_says_so() throws Exception {
        control.knob(Knob.REINVITE_EXPIRED, Reinvite.DUPLICATED);
        assertThat(reinvite(true)).isEqualTo("ok");
        assertThat(caller.list().column("invitedUsers", "inviteStatus")).containsExactly("EXPIRED", "ACTIVE");
        assertThat(caller.invite(ADA, "BUSINESS").gist()).contains("already invited");
    }

    @Test
    void an_active_person_is_invited_in_vain_either_way() throws Exception {
        assertThat(caller.invite(PRIYA, "ADMIN").gist()).contains("already a member");
        control.knob(Knob.INVITE_ACTIVE, InviteActive.IGNORED);
        assertThat(caller.invite(PRIYA, "ADMIN").gist()).isEqualTo("ok");
        assertThat(control.person(PRIYA).accountType()).isEqualTo("DEVELOPER");
        assertThat(control.calls("inviteUser", PRIYA)).isEqualTo(2);
        assertThat(control.applied("inviteUser", PRIYA)).isZero();
    }

    @Test
    void a_disabled_person_is_not_invited_unless_the_knob_says_so() throws Exception {
        control.disable(PRIYA);
        assertThat(caller.invite(PRIYA, "BUSINESS").gist()).contains("disabled");
        assertThat(caller.list().invited()).isEmpty();
    }

    @Test
    void a_disabled_person_who_is_invited_comes_back_under_the_old_uid() throws Exception {
        control.knob(Knob.INVITE_DISABLED, InviteDisabled.OK);
        String uid = control.uid(PRIYA);
        control.disable(PRIYA);
        assertThat(caller.invite(PRIYA, "BUSINESS").gist()).isEqualTo("ok");
        assertThat(caller.list().invited()).containsExactly(PRIYA);
        assertThat(caller.disable(uid).gist()).contains("not found");
        control.accept(PRIYA);
        assertThat(caller.list().column("activeUsers", "uid")).contains(uid);
        assertThat(control.person(PRIYA).accountType()).isEqualTo("BUSINESS");
    }

    @Test
    void disabling_twice_is_ok_unless_the_knob_says_otherwise() throws Exception {
        String uid = control.uid(PRIYA);
        caller.disable(uid);
        assertThat(caller.disable(uid).gist()).isEqualTo("ok");
        control.knob(Knob.SECOND_DISABLE, Again.REFUSED);
        assertThat(caller.disable(uid).gist()).contains("already disabled");
        assertThat(control.applied("disableUser", PRIYA)).isEqualTo(1);
    }

    @Test
    void the_last_admin_may_go_unless_the_knob_says_otherwise() throws Exception {
        control.disable(MAX);
        control.knob(Knob.LAST_ADMIN, LastAdmin.REFUSED);
        String uid = control.uid(ALEXANDRA);
        assertThat(caller.disable(uid).gist()).contains("last admin");
        assertThat(caller.change(uid, "BUSINESS").gist()).contains("last admin");
        control.enable(MAX);
        assertThat(caller.change(uid, "BUSINESS").gist()).isEqualTo("ok");
        control.knob(Knob.LAST_ADMIN, LastAdmin.ALLOWED);
        assertThat(caller.disable(control.uid(MAX)).gist()).isEqualTo("ok");
        control.knob(Knob.LAST_ADMIN, LastAdmin.REFUSED);
        assertThat(caller.disable(control.uid(PRIYA)).gist()).isEqualTo("ok");
    }

    @Test
    void a_knob_or_a_choice_that_is_not_there_is_said_and_turns_nothing() {
        assertThatThrownBy(() -> control.knob("volume", "11")).hasMessageContaining("no knob is named volume");
        assertThatThrownBy(() -> control.knob("reinvite-open", "perhaps"))
                .hasMessageContaining("refused, ok, duplicated, replaced");
        assertThatThrownBy(() -> control.knob("listing-lag", "soon")).hasMessageContaining("ISO-8601");
        assertThat(control.knobs()).isEqualTo(Knobs.usual().words());
    }

    private void cutInvite() {
        control.failNext("inviteUser", Way.cutBefore());
        assertThatThrownBy(() -> caller.invite(ADA, "DEVELOPER")).isInstanceOf(IOException.class);
    }

    /** Invites a developer, and five minutes later the same address as a business user. */
    private String reinvite(boolean expired) throws Exception {
        caller.invite(ADA, "DEVELOPER");
        if (expired) {
            control.expire(ADA);
        }
        clock.wind(Duration.ofMinutes(5));
        return caller.invite(ADA, "BUSINESS").gist();
    }
}
