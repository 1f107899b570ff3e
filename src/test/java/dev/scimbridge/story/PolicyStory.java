package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What an operator may decide otherwise. */
class PolicyStory {
    @Test
    void a_fixed_name_and_foreign_domains_are_refused_but_never_to_a_leaver() {
        try (Stage stage = Stage.with(
                4,
                bridge -> bridge.with("SCIM_BRIDGE_RENAME", "refuse")
                        .with("SCIM_BRIDGE_INVITES_DOMAINS", "acme.io,paradime.example"))) {
            Reply foreign = stage.scim().create(Cast.okta("someone@elsewhere.org"));
            assertThat(foreign.status()).isEqualTo(400);
            assertThat(foreign.detail()).contains("elsewhere.org");
            String id = stage.member("one@acme.io", "BUSINESS");
            String rename = "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"two@acme.io\"}";
            Reply refused = stage.scim().patch(id, rename);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().path("scimType").asText()).isEqualTo("mutability");
            assertThat(stage.scim()
                            .patch(id, rename + "," + Cast.ENTRA_DEACTIVATE)
                            .active())
                    .isFalse();
            assertThat(stage.control.person("one@acme.io").is("disabled")).isTrue();
        }
    }

    @Test
    void nobody_of_a_foreign_domain_is_invited_by_any_way() {
        try (Stage stage = Stage.with(
                4,
                bridge ->
                        bridge.with("SCIM_BRIDGE_RENAME", "reissue").with("SCIM_BRIDGE_INVITES_DOMAINS", "acme.io"))) {
            String insider = stage.member("one@acme.io", "BUSINESS");
            String rename = "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"one@elsewhere.org\"}";
            assertThat(stage.scim().patch(insider, rename).detail()).contains("elsewhere.org");
            assertThat(stage.scim()
                            .patch(insider, rename + "," + Cast.OKTA_DEACTIVATE)
                            .status())
                    .as("a leaver is never refused")
                    .isEqualTo(200);
            stage.control.add("guest@elsewhere.org", "BUSINESS");
            stage.untilListedAgain();
            String guest = stage.scim().named("guest@elsewhere.org").id();
            assertThat(stage.scim().patch(guest, Cast.OKTA_DEACTIVATE).active()).isFalse();
            stage.untilState(guest, "settled");
            assertThat(stage.scim().patch(guest, Cast.OKTA_ACTIVATE).detail()).contains("elsewhere.org");
            assertThat(stage.scim().create(Cast.okta("guest@elsewhere.org")).status())
                    .isEqualTo(400);
            assertThat(stage.scim().user(guest).active()).isFalse();
            assertThat(stage.control.calls("inviteUser")).isEqualTo(1);
        }
    }

    @Test
    void where_renames_are_reissued_the_old_account_goes_when_the_new_one_has_signed_up() {
        try (Stage stage = Stage.with(4, bridge -> bridge.with("SCIM_BRIDGE_RENAME", "reissue"))) {
            String id = stage.member("maiden@acme.io", "DEVELOPER");
            stage.scim().patch(id, "{'op':'replace','value':{'userName':'married@acme.io'}}".replace('\'', '"'));
            stage.until(id, user -> user.bridge("workspaceEmail").equals("married@acme.io"));
            assertThat(stage.control.person("maiden@acme.io").is("active")).isTrue();
            Reply former = stage.scim().named("maiden@acme.io");
            assertThat(former.id()).isNotEqualTo(id);
            assertThat(former.state()).isEqualTo("held");
            stage.control.accept("married@acme.io");
            stage.untilState(id, "settled");
            assertThat(stage.scim().user(id).role()).isEqualTo("DEVELOPER");
            stage.until(former.id(), user -> user.status() == 404);
            stage.untilListedAgain();
            assertThat(stage.control.person("maiden@acme.io").is("disabled")).isTrue();
            assertThat(stage.control.person("married@acme.io").is("active")).isTrue();
        }
    }

    @Test
    void a_difference_made_by_hand_is_set_right_where_that_is_asked_for() {
        try (Stage stage = Stage.with(4, bridge -> bridge.with("SCIM_BRIDGE_DRIFT_POLICY", "enforce"))) {
            String id = stage.member("one@acme.io", "BUSINESS");
            stage.control.changeRole("one@acme.io", "ADMIN");
            Awaitility.await()
                    .atMost(JarBridge.PATIENCE)
                    .until(() ->
                            stage.control.person("one@acme.io").accountType().equals("BUSINESS"));
            stage.untilState(id, "settled");
        }
    }

    @Test
    void somebody_of_whom_nothing_is_said_waits_where_there_is_no_default() {
        try (Stage stage = Stage.with(
                4,
                bridge -> bridge.with("SCIM_BRIDGE_ACCOUNT_TYPES_DEFAULT", "none")
                        .with("SCIM_BRIDGE_ACCOUNT_TYPES_ALIASES", "Data Team=ANALYST"))) {
            Reply created = stage.scim().create(Cast.plain("one@acme.io"));
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.state()).isEqualTo("held");
            assertThat(stage.control.commands()).isZero();
            Reply said = stage.scim().patch(created.id(), Cast.entraRole("data team"));
            assertThat(said.role()).isEqualTo("ANALYST");
            stage.untilState(created.id(), "waiting-for-signup");
            assertThat(stage.control.person("one@acme.io").accountType()).isEqualTo("ANALYST");
        }
    }
}
