package dev.scimbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do by hand, and what the log tells of the calls. */
class SandboxControlTest {
    private static final String ADA = "ada@new.example";
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
    void somebody_disabled_and_enabled_by_hand_is_the_same() throws Exception {
        String uid = control.uid(PRIYA);
        control.disable(PRIYA);
        assertThat(caller.list().active()).doesNotContain(PRIYA);
        control.enable(PRIYA);
        assertThat(caller.list().column("activeUsers", "uid")).contains(uid);
    }

    @Test
    void a_role_changed_by_hand_shows() throws Exception {
        control.changeRole(PRIYA, "SECURITY_ADMIN");
        assertThat(caller.list().column("activeUsers", "accountType")).contains("SECURITY_ADMIN");
        assertThatThrownBy(() -> control.changeRole(PRIYA, "EMPEROR")).hasMessageContaining("accountType is one of");
    }

    @Test
    void somebody_renamed_keeps_the_uid_and_leaves_the_old_address() throws Exception {
        String uid = control.uid(PRIYA);
        control.rename(PRIYA, ADA);
        assertThat(caller.list().active()).contains(ADA).doesNotContain(PRIYA);
        assertThat(control.uid(ADA)).isEqualTo(uid);
        assertThat(caller.invite(PRIYA, "BUSINESS").gist()).isEqualTo("ok");
        assertThatThrownBy(() -> control.rename(ADA, MAX))
                .hasMessageContaining("409")
                .hasMessageContaining("taken");
    }

    @Test
    void a_change_of_case_is_a_rename_too() throws Exception {
        control.rename(PRIYA, "Priya.Sharma@paradime.example");
        assertThat(caller.list().active()).contains("Priya.Sharma@paradime.example");
    }

    @Test
    void a_revoked_invite_is_gone_and_the_address_free() throws Exception {
        control.invite(ADA, "BUSINESS");
        control.revoke(ADA);
        assertThat(caller.list().invited()).isEmpty();
        assertThat(caller.invite(ADA, "BUSINESS").gist()).isEqualTo("ok");
        assertThat(caller.list().invited()).containsExactly(ADA);
        assertThatThrownBy(() -> control.revoke(PRIYA)).hasMessageContaining("has no invite");
    }

    @Test
    void somebody_who_comes_again_after_a_revoked_invite_gets_a_uid_of_their_own() {
        control.invite(ADA, "BUSINESS");
        control.revoke(ADA);
        control.invite(ADA, "BUSINESS");
        assertThat(control.accept(ADA).uid()).isNotEqualTo(control.uid(PRIYA)).hasSize(64);
    }

    @Test
    void an_invite_by_hand_obeys_the_rules_and_is_no_call() {
        control.invite(ADA, "BUSINESS");
        assertThatThrownBy(() -> control.invite(ADA, "BUSINESS")).hasMessageContaining("already invited");
        assertThat(control.log()).isEmpty();
    }

    @Test
    void somebody_may_be_there_without_anybody_having_seen_an_invite() throws Exception {
        Control.Person ada = control.add(ADA, "ANALYST", "Ada L.");
        assertThat(ada.name()).isEqualTo("Ada L.");
        assertThat(caller.list().column("activeUsers", "uid")).contains(control.uid(ADA));
        assertThat(control.add("bob.brown@new.example", "ANALYST").name()).isEqualTo("Bob Brown");
        assertThatThrownBy(() -> control.add(ADA, "ANALYST")).hasMessageContaining("taken");
    }

    @Test
    void what_cannot_be_done_by_hand_is_said() {
        assertThatThrownBy(() -> control.accept(ADA))
                .hasMessageContaining("404")
                .hasMessageContaining(ADA);
        assertThatThrownBy(() -> control.accept(PRIYA))
                .hasMessageContaining("409")
                .hasMessageContaining("ACTIVE");
        assertThatThrownBy(() -> control.enable(PRIYA)).hasMessageContaining("not DISABLED");
        assertThatThrownBy(() -> control.changeRole(PRIYA, "")).hasMessageContaining("400");
    }

    @Test
    void the_log_tells_each_call_and_what_came_of_it() throws Exception {
        caller.invite(ADA, "BUSINESS");
        caller.invite(ADA, "DEVELOPER");
        caller.disable(control.uid(PRIYA));
        caller.list();
        List<Control.Call> log = control.log();
        assertThat(log)
                .extracting(Control.Call::operation)
                .containsExactly("inviteUser", "inviteUser", "disableUser", "listUsers");
        assertThat(log).extracting(Control.Call::applied).containsExactly(true, false, true, true);
        assertThat(log.get(0).arguments()).containsEntry("email", ADA).containsEntry("accountType", "BUSINESS");
        assertThat(log.get(0).at()).isEqualTo(clock.instant().toString());
        assertThat(log.get(1).answered()).isEqualTo("errors: " + ADA + " was already invited to this workspace");
        assertThat(control.commands()).isEqualTo(3);
    }

    @Test
    void calls_are_counted_by_person_too() throws Exception {
        caller.invite(ADA, "BUSINESS");
        caller.invite("bob@new.example", "BUSINESS");
        caller.disable(control.uid(PRIYA));
        caller.disable(control.uid(PRIYA));
        assertThat(control.calls("inviteUser", ADA)).isEqualTo(1);
        assertThat(control.calls("disableUser", PRIYA)).isEqualTo(2);
        assertThat(control.applied("disableUser", PRIYA)).isEqualTo(1);
        assertThat(control.calls("disableUser", MAX)).isZero();
    }

    @Test
    void forgotten_calls_are_not_counted() throws Exception {
        caller.invite(ADA, "BUSINESS");
        control.forgetCalls();
        assertThat(control.log()).isEmpty();
        caller.list();
        assertThat(control.calls("inviteUser")).isZero();
        assertThat(control.log().get(0).answered()).isEqualTo("ok");
    }

    @Test
    void a_hundred_thousand_people_are_listed() throws Exception {
        try (Workspace crowded = Workspace.start(Options.usual().withPeople(100_000))) {
            Caller.Reply listing = new Caller(crowded).list();
            assertThat(listing.active()).hasSize(100_000).doesNotHaveDuplicates();
        }
    }
}
