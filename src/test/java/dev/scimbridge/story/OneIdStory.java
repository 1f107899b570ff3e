package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import org.junit.jupiter.api.Test;

/** Rule 1: one id for ever. */
class OneIdStory {
    @Test
    void the_id_is_the_same_at_post_after_sign_up_after_a_restart_and_after_the_data_is_lost() {
        try (Stage stage = Stage.with(5, bridge -> bridge)) {
            Reply created = stage.scim().create(Cast.okta(Cast.TESS));
            String id = created.id();
            assertThat(created.status()).isEqualTo(201);
            stage.untilListed(id);

            stage.control.accept(Cast.TESS_FOLDED);
            stage.untilState(id, "settled");
            assertThat(stage.scim().named(Cast.TESS).id()).isEqualTo(id);

            assertThat(stage.bridge.stop()).isEqualTo(143);
            stage.bridge.start();
            assertThat(stage.scim().named(Cast.TESS).id()).isEqualTo(id);
            assertThat(stage.scim().user(id).state()).isEqualTo("settled");

            stage.bridge.kill();
            stage.bridge.wipe();
            stage.bridge.start();
            assertThat(stage.scim().named(Cast.TESS_FOLDED).id()).isEqualTo(id);
            assertThat(stage.scim().user(id).state()).isEqualTo("unmanaged");
        }
    }

    @Test
    void the_id_survives_deactivation_deletion_and_return_and_passes_to_nobody_else() {
        try (Stage stage = Stage.with(5, bridge -> bridge)) {
            stage.control.knob("invite-disabled", "ok");
            String id = stage.member(Cast.TESS_FOLDED, "BUSINESS");
            assertThat(stage.scim().patch(id, Cast.OKTA_DEACTIVATE).active()).isFalse();
            assertThat(stage.scim().user(id).status()).isEqualTo(200);
            assertThat(stage.scim().patch(id, Cast.OKTA_ACTIVATE).active()).isTrue();
            assertThat(stage.scim().delete(id).status()).isEqualTo(204);
            assertThat(stage.scim().user(id).status()).isEqualTo(404);
            assertThat(stage.scim().delete(id).status()).isEqualTo(404);

            Reply returned = stage.scim().create(Cast.okta(Cast.TESS));
            assertThat(returned.status()).isEqualTo(201);
            assertThat(returned.id()).isEqualTo(id);
            assertThat(stage.scim().delete(id).status()).isEqualTo(204);

            Reply another = stage.scim().create(Cast.okta(Cast.TESS).replace("00ujl29u0le5T6Aj10h7", "00uANOTHER"));
            assertThat(another.status()).isEqualTo(201);
            assertThat(another.id()).isNotEqualTo(id);
        }
    }

    @Test
    void somebody_found_in_the_workspace_has_their_id_before_anybody_writes_to_them() {
        try (Stage stage = Stage.with(5, bridge -> bridge)) {
            Reply found = stage.scim().named("john.okafor@paradime.example");
            assertThat(found.state()).isEqualTo("unmanaged");
            Reply adopted = stage.scim().create(Cast.okta("John.Okafor@paradime.example", "BUSINESS"));
            assertThat(adopted.status()).isEqualTo(201);
            assertThat(adopted.id()).isEqualTo(found.id());
            assertThat(adopted.state()).isEqualTo("settled");
            assertThat(stage.control.commands()).isZero();
            assertThat(stage.scim()
                            .create(Cast.okta("john.okafor@PARADIME.example"))
                            .status())
                    .isEqualTo(409);
        }
    }
}
