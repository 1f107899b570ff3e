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
    void a_renamed_person_keeps_their_id_and_their_old_name_stays_reserved() {
        try (Stage stage = Stage.with(4, bridge -> bridge)) {
            String id = stage.member("maiden@acme.io", "BUSINESS");
            Reply renamed = stage.scim().patch(id, "{\"op\":\"replace\",\"value\":{\"userName\":\"married@acme.io\"}}");
            assertThat(renamed.status()).isEqualTo(200);
            assertThat(renamed.id()).isEqualTo(id);
            assertThat(stage.scim().named("married@acme.io").id()).isEqualTo(id);
            assertThat(stage.scim().find("userName eq \"maiden@acme.io\"").total())
                    .isZero();
            assertThat(stage.scim().create(Cast.okta("maiden@acme.io")).status())
                    .isEqualTo(409);
            assertThat(stage.scim().create(Cast.okta("married@acme.io")).status())
                    .isEqualTo(409);
            assertThat(stage.scim().patch(id, Cast.OKTA_DEACTIVATE).active()).isFalse();
            assertThat(stage.control.person("maiden@acme.io").is("disabled")).isTrue();
            assertThat(stage.control.applied("inviteUser")).isEqualTo(1);
        }
    }

    @Test
    void a_renamed_person_needs_a_hand_until_the_workspace_shows_the_new_address() {
        try (Stage stage = Stage.with(4, bridge -> bridge)) {
            String id = stage.member("maiden@acme.io", "BUSINESS");
            Reply renamed = stage.scim()
                    .patch(id, "{'op':'replace','value':{'userName':'married@acme.io'}}".replace('\'', '"'));
            assertThat(renamed.state()).isEqualTo("needs-hand");
            assertThat(renamed.bridge("reason")).contains("maiden@acme.io", "married@acme.io");
            assertThat(renamed.active()).isTrue();
            stage.control.rename("maiden@acme.io", "married@acme.io");
            stage.untilState(id, "settled");
            assertThat(stage.scim().user(id).bridge("workspaceEmail")).isEqualTo("married@acme.io");
        }
    }

    @Test
    void a_binned_name_of_entra_changes_no_address() {
        try (Stage stage = Stage.with(4, bridge -> bridge)) {
            String id = stage.member("bin@acme.io", "BUSINESS");
            String binned = "0a21f0f28d2a4f8ebf987363c4aed4efbin@acme.io";
            Reply renamed = stage.scim()
                    .patch(
                            id,
                            "{'op':'Replace','path':'userName','value':'%s'}"
                                    .formatted(binned)
                                    .replace('\'', '"'));
            assertThat(renamed.state()).isEqualTo("settled");
            assertThat(stage.scim().patch(id, Cast.ENTRA_DEACTIVATE).active()).isFalse();
            stage.untilState(id, "settled");
            assertThat(stage.control.person("bin@acme.io").is("disabled")).isTrue();
            assertThat(stage.control.applied("inviteUser")).isEqualTo(1);
            Reply back = stage.scim().create(Cast.okta("bin@acme.io"));
            assertThat(back.status()).isEqualTo(201);
            assertThat(back.id()).isEqualTo(id);
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
    void where_outages_are_not_hidden_a_write_is_told_to_come_back() {
        try (Stage stage = Stage.with(4, bridge -> bridge.with("SCIM_BRIDGE_WRITES_ON_OUTAGE", "reject"))) {
            stage.control.down();
            Awaitility.await()
                    .atMost(JarBridge.PATIENCE)
                    .until(() -> stage.scim().create(Cast.okta(Cast.TESS)).status() == 429);
            Reply told = stage.scim().create(Cast.okta("late@acme.io"));
            assertThat(told.headers().firstValue("Retry-After").map(Integer::parseInt))
                    .isPresent();
            assertThat(stage.scim().get("/Users").status()).isEqualTo(200);
            stage.control.up();
            Awaitility.await()
                    .atMost(JarBridge.PATIENCE)
                    .until(() -> stage.scim().create(Cast.okta("late@acme.io")).status() == 201);
            Awaitility.await()
                    .atMost(JarBridge.PATIENCE)
                    .until(() -> stage.control.find("late@acme.io").isPresent());
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
