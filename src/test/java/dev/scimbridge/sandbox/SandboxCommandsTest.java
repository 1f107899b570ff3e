package dev.scimbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the four levers do when nothing goes wrong. */
class SandboxCommandsTest {
    private static final String ADA = "ada@new.example";
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
    void an_invited_person_has_no_uid_until_they_sign_up() throws Exception {
        assertThat(caller.invite(ADA, "DEVELOPER").gist()).isEqualTo("ok");
        assertThat(caller.list().invited()).containsExactly(ADA);
        assertThat(control.person(ADA).uid()).isNull();
        control.accept(ADA);
        assertThat(caller.list().invited()).isEmpty();
        assertThat(caller.list().active()).contains(ADA);
        assertThat(control.uid(ADA)).matches("[0-9a-f]{64}");
        assertThat(control.person(ADA).name()).isEqualTo("Ada");
    }

    @Test
    void people_sign_up_by_themselves_when_their_patience_is_over_and_not_before() throws Exception {
        control.knob(Knob.ACCEPT_AFTER, Optional.of(Duration.ofMinutes(5)));
        caller.invite(ADA, "DEVELOPER");
        clock.wind(Duration.ofMinutes(5).minusMillis(1));
        assertThat(caller.list().invited()).containsExactly(ADA);
        clock.wind(Duration.ofMillis(1));
        assertThat(caller.list().active()).contains(ADA);
    }

    @Test
    void an_expired_invite_is_never_accepted() throws Exception {
        control.knob("accept-after", "PT5M");
        caller.invite(ADA, "DEVELOPER");
        control.expire(ADA);
        clock.wind(Duration.ofDays(1));
        assertThat(caller.list().column("invitedUsers", "inviteStatus")).containsExactly("EXPIRED");
    }

    @Test
    void without_patience_nobody_signs_up_by_themselves() throws Exception {
        caller.invite(ADA, "DEVELOPER");
        clock.wind(Duration.ofDays(1000));
        assertThat(caller.list().invited()).containsExactly(ADA);
    }

    @Test
    void a_changed_account_type_shows() throws Exception {
        assertThat(caller.change(control.uid(PRIYA), "ANALYST").gist()).isEqualTo("ok");
        assertThat(caller.list().column("activeUsers", "accountType"))
                .containsExactly("ADMIN", "ADMIN", "ANALYST", "BUSINESS");
    }

    @Test
    void only_someone_signed_up_and_active_can_be_changed() throws Exception {
        String uid = control.uid(PRIYA);
        assertThat(caller.change("f".repeat(64), "ANALYST").gist()).contains("not found");
        control.disable(PRIYA);
        assertThat(caller.change(uid, "ANALYST").gist()).contains("is disabled");
        assertThat(control.person(PRIYA).accountType()).isEqualTo("DEVELOPER");
        assertThat(control.applied("updateUserAccountType")).isZero();
    }

    @Test
    void a_disabled_person_vanishes_from_the_listing() throws Exception {
        assertThat(caller.disable(control.uid(PRIYA)).gist()).isEqualTo("ok");
        assertThat(caller.list().active()).hasSize(3).doesNotContain(PRIYA);
        assertThat(caller.list().invited()).isEmpty();
        assertThat(control.person(PRIYA).standing()).isEqualTo("disabled");
        assertThat(control.applied("disableUser", PRIYA)).isEqualTo(1);
    }

    @Test
    void an_unknown_uid_cannot_be_disabled() throws Exception {
        assertThat(caller.disable("f".repeat(64)).gist()).contains("not found");
        assertThat(control.applied("disableUser")).isZero();
    }

    @Test
    void what_is_no_address_is_not_invited() throws Exception {
        assertThat(caller.invite("ada", "DEVELOPER").gist()).contains("not a valid email");
    }

    @Test
    void addresses_are_the_same_in_any_case() throws Exception {
        assertThat(caller.invite("Priya.Sharma@Paradime.example", "DEVELOPER").gist())
                .contains("already a member");
    }

    @Test
    void from_ten_people_on_there_are_open_and_expired_invites() throws Exception {
        try (Workspace larger = Workspace.start(Options.usual().withPeople(25))) {
            Caller.Reply listing = new Caller(larger).list();
            assertThat(listing.active()).hasSize(25).doesNotHaveDuplicates();
            assertThat(listing.column("activeUsers", "accountType").subList(0, 2))
                    .containsExactly("ADMIN", "ADMIN");
            assertThat(listing.column("invitedUsers", "inviteStatus")).containsExactly("ACTIVE", "ACTIVE", "EXPIRED");
            assertThat(listing.active()).doesNotContainAnyElementsOf(listing.invited());
        }
    }
}
