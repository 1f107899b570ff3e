package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rule 1: one id for ever. */
class Rule01OneIdForEverStory {
    private static final String TITLE = "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Chief\"}";
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(6, JarBridge::hasty);
        stage.control.knob("invite-disabled", "ok");
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    @Test
    void the_id_is_the_same_at_post_after_sign_up_after_a_restart_and_after_the_data_is_lost() {
        try (Stage lost = Stage.with(5, JarBridge::hasty)) {
            Reply created = lost.scim().create(Cast.okta(Cast.TESS));
            String id = created.id();
            assertThat(created.status()).isEqualTo(201);
            lost.untilListed(id);

            lost.control.accept(Cast.TESS_FOLDED);
            lost.untilState(id, "settled");
            assertThat(lost.scim().named(Cast.TESS).id()).isEqualTo(id);

            assertThat(lost.bridge.stop()).isEqualTo(143);
            lost.bridge.start();
            assertThat(lost.scim().named(Cast.TESS).id()).isEqualTo(id);
            assertThat(lost.scim().user(id).state()).isEqualTo("settled");

            lost.bridge.kill();
            lost.bridge.wipe();
            lost.bridge.start();
            assertThat(lost.scim().named(Cast.TESS_FOLDED).id()).isEqualTo(id);
            assertThat(lost.scim().user(id).state()).isEqualTo("unmanaged");
        }
    }

    @Test
    void the_id_survives_deactivation_deletion_and_return_and_passes_to_nobody_else() {
        String id = stage.member(Cast.TESS_FOLDED, "BUSINESS");
        assertThat(stage.scim().patch(id, TITLE).body().path("title").asText()).isEqualTo("Chief");
        assertThat(stage.scim().patch(id, Cast.OKTA_DEACTIVATE).active()).isFalse();
        assertThat(stage.scim().user(id).status()).isEqualTo(200);
        assertThat(stage.scim().patch(id, Cast.OKTA_ACTIVATE).active()).isTrue();
        assertThat(stage.scim().delete(id).status()).isEqualTo(204);
        assertThat(stage.scim().user(id).status()).isEqualTo(404);
        assertThat(stage.scim().delete(id).status()).isEqualTo(404);

        Reply returned = stage.scim().create(Cast.okta(Cast.TESS));
        assertThat(returned.status()).isEqualTo(201);
        assertThat(returned.id()).isEqualTo(id);
        assertThat(returned.body().has("title")).as("begins anew").isFalse();
        assertThat(stage.scim().patch(id, TITLE).status()).isEqualTo(200);
        assertThat(stage.scim().delete(id).status()).isEqualTo(204);

        Reply another = stage.scim().create(Cast.okta(Cast.TESS).replace("00ujl29u0le5T6Aj10h7", "00uANOTHER"));
        assertThat(another.status()).isEqualTo(201);
        assertThat(another.id()).isNotEqualTo(id);
        assertThat(another.body().has("title")).as("inherits nothing").isFalse();
        assertThat(stage.scim().user(id).status()).isEqualTo(404);
    }

    @Test
    void the_id_survives_an_invite_that_expires_and_is_sent_again() {
        Reply created = stage.scim().create(Cast.okta("late@acme.io"));
        stage.untilListed(created.id());
        stage.control.expire("late@acme.io");
        Awaitility.await()
                .atMost(JarBridge.PATIENCE)
                .until(() -> stage.control.person("late@acme.io").is("invited"));
        stage.control.accept("late@acme.io");
        stage.untilState(created.id(), "settled");
        assertThat(stage.scim().named("late@acme.io").id()).isEqualTo(created.id());
    }

    @Test
    void somebody_found_in_the_workspace_has_their_id_before_anybody_writes_to_them() {
        Reply found = stage.scim().named("john.okafor@paradime.example");
        assertThat(found.state()).isEqualTo("unmanaged");
        Reply adopted = stage.scim().create(Cast.okta("John.Okafor@paradime.example", "BUSINESS"));
        assertThat(adopted.status()).isEqualTo(201);
        assertThat(adopted.id()).isEqualTo(found.id());
        assertThat(adopted.state()).isEqualTo("settled");
        assertThat(stage.control.calls("inviteUser", "john.okafor@paradime.example"))
                .isZero();
        assertThat(stage.scim()
                        .create(Cast.okta("john.okafor@PARADIME.example"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_renamed_person_keeps_their_id_and_their_old_name_stays_reserved() {
        String id = stage.member("maiden@acme.io", "BUSINESS");
        Reply renamed = stage.scim().patch(id, "{\"op\":\"replace\",\"value\":{\"userName\":\"married@acme.io\"}}");
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.id()).isEqualTo(id);
        assertThat(stage.scim().named("married@acme.io").id()).isEqualTo(id);
        assertThat(stage.scim().find("userName eq \"maiden@acme.io\"").total()).isZero();
        assertThat(stage.scim().create(Cast.okta("maiden@acme.io")).status()).isEqualTo(409);
        assertThat(stage.scim().create(Cast.okta("married@acme.io")).status()).isEqualTo(409);
        assertThat(stage.scim().patch(id, Cast.OKTA_DEACTIVATE).active()).isFalse();
        assertThat(stage.control.person("maiden@acme.io").is("disabled")).isTrue();
        assertThat(stage.control.applied("inviteUser", "maiden@acme.io")).isEqualTo(1);
        assertThat(stage.control.calls("inviteUser", "married@acme.io")).isZero();
    }

    @Test
    void who_is_renamed_in_the_workspace_is_known_by_their_uid_and_their_address_is_anothers_then() {
        String id = stage.member("before@acme.io", "BUSINESS");
        int people = stage.scim().get("/Users?count=0").total();
        stage.control.rename("before@acme.io", "after@acme.io");
        stage.until(id, user -> user.bridge("workspaceEmail").equals("after@acme.io"));
        assertThat(stage.scim().get("/Users?count=0").total()).as("nobody new").isEqualTo(people);
        assertThat(stage.scim().named("before@acme.io").id()).isEqualTo(id);

        stage.control.add("before@acme.io", "BUSINESS");
        Awaitility.await()
                .atMost(JarBridge.PATIENCE)
                .until(() -> stage.scim().get("/Users?count=0").total() == people + 1);
        stage.untilListedAgain();
        assertThat(stage.scim().user(id).bridge("workspaceEmail")).isEqualTo("after@acme.io");
        assertThat(stage.scim().patch(id, Cast.OKTA_DEACTIVATE).active()).isFalse();
        stage.untilState(id, "settled");
        assertThat(stage.control.person("after@acme.io").is("disabled")).isTrue();
        assertThat(stage.control.person("before@acme.io").is("active")).isTrue();
    }
}
