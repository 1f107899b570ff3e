package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rule 8: between the invite and the sign-up, and what people do in the workspace by hand. */
class Rule08PendingInviteIsActiveStory {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(6, JarBridge::hasty);
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    @Test
    void an_invited_person_is_active() {
        Reply created = stage.scim().create(Cast.okta(somebody()));
        stage.untilListed(created.id());
        assertThat(stage.scim().user(created.id()).active()).isTrue();
        assertThat(stage.scim().user(created.id()).bridge("inviteStatus")).isEqualTo("open");
    }

    @Test
    void whoever_is_disabled_is_there_and_inactive_and_only_the_deleted_are_gone_and_their_name_free() {
        String person = somebody();
        String id = stage.member(person, "BUSINESS");
        assertThat(stage.scim().patch(id, Cast.OKTA_DEACTIVATE).status()).isEqualTo(200);
        stage.untilState(id, "settled");
        stage.untilListedAgain();
        Reply disabled = stage.scim().user(id);
        assertThat(disabled.status()).isEqualTo(200);
        assertThat(disabled.active()).isFalse();
        assertThat(stage.scim().named(person).active()).isFalse();
        assertThat(stage.scim().delete(id).status()).isEqualTo(204);
        assertThat(stage.scim().user(id).status()).isEqualTo(404);
        assertThat(stage.scim().patch(id, Cast.OKTA_ACTIVATE).status()).isEqualTo(404);
        assertThat(stage.scim().find("userName eq \"" + person + "\"").total()).isZero();
        assertThat(stage.scim().create(Cast.okta(person)).status()).isEqualTo(201);
    }

    @Test
    void somebody_deactivated_before_the_sign_up_is_disabled_when_they_sign_up() {
        String person = somebody();
        String id = invited(person);
        Reply left = stage.scim().patch(id, Cast.OKTA_DEACTIVATE);
        assertThat(left.active()).isFalse();
        assertThat(left.state()).isEqualTo("armed");
        stage.control.accept(person);
        untilDisabled(person);
        stage.untilState(id, "settled");
        assertThat(stage.control.calls("disableUser", person)).isEqualTo(1);
    }

    @Test
    void somebody_deleted_before_the_sign_up_is_disabled_when_they_sign_up() {
        String person = somebody();
        String id = invited(person);
        assertThat(stage.scim().delete(id).status()).isEqualTo(204);
        assertThat(stage.scim().user(id).status()).isEqualTo(404);
        stage.untilListedAgain();
        stage.control.accept(person);
        untilDisabled(person);
        assertThat(stage.scim().find("userName eq \"" + person + "\"").total()).isZero();
    }

    @Test
    void a_role_changed_before_the_sign_up_is_applied_then() {
        String person = somebody();
        String id = invited(person);
        Reply changed = stage.scim().patch(id, Cast.entraRole("ANALYST"));
        assertThat(changed.role()).isEqualTo("ANALYST");
        assertThat(stage.control.calls("updateUserAccountType", person)).isZero();
        stage.control.accept(person);
        stage.untilState(id, "settled");
        assertThat(stage.control.person(person).accountType()).isEqualTo("ANALYST");
    }

    @Test
    void an_expired_invite_is_sent_again_once() {
        String person = somebody();
        String id = invited(person);
        stage.control.expire(person);
        Awaitility.await()
                .atMost(JarBridge.PATIENCE)
                .until(() -> stage.control.person(person).is("invited"));
        assertThat(stage.control.applied("inviteUser", person)).isEqualTo(2);
        stage.control.expire(person);
        stage.untilState(id, "pending");
        stage.untilListedAgain();
        assertThat(stage.control.applied("inviteUser", person)).isEqualTo(2);
    }

    @Test
    void somebody_disabled_by_hand_is_shown_inactive_and_not_invited_again() {
        String person = somebody();
        String id = stage.member(person, "BUSINESS");
        stage.control.disable(person);
        stage.untilState(id, "drift");
        assertThat(stage.scim().user(id).active()).isFalse();
        stage.untilListedAgain();
        assertThat(stage.control.applied("inviteUser", person)).isEqualTo(1);
        stage.control.enable(person);
        stage.untilState(id, "settled");
        assertThat(stage.scim().user(id).active()).isTrue();
    }

    @Test
    void a_leaver_enabled_by_hand_is_disabled_again() {
        String person = somebody();
        String id = stage.member(person, "BUSINESS");
        assertThat(stage.scim().patch(id, Cast.OKTA_DEACTIVATE).status()).isEqualTo(200);
        stage.untilListedAgain();
        stage.control.enable(person);
        untilDisabled(person);
        stage.untilState(id, "settled");
    }

    @Test
    void nobody_unmanaged_is_touched() {
        stage.control.add("guest@acme.io", "BUSINESS");
        Awaitility.await()
                .atMost(JarBridge.PATIENCE)
                .until(() -> stage.scim().named("guest@acme.io").state().equals("unmanaged"));
        stage.control.changeRole("guest@acme.io", "ANALYST");
        stage.untilListedAgain();
        assertThat(stage.scim().named("guest@acme.io").role()).isEqualTo("ANALYST");
        assertThat(stage.control.calls("updateUserAccountType", "guest@acme.io"))
                .isZero();
    }

    private static String invited(String person) {
        String id = stage.scim().create(Cast.okta(person, "BUSINESS")).id();
        stage.untilListed(id);
        return id;
    }

    private static void untilDisabled(String person) {
        Awaitility.await()
                .atMost(JarBridge.PATIENCE)
                .until(() -> stage.control.person(person).is("disabled"));
    }

    private static String somebody() {
        return "pending" + NUMBER.incrementAndGet() + "@acme.io";
    }
}
