package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 10: nobody is locked out, and no mistake becomes a mass. */
class Rule10NobodyIsLockedOutStory {
    private static final String FIRST_ADMIN = "alexandra.james@paradime.example";
    private static final String SECOND_ADMIN = "max.miller@paradime.example";

    @Test
    void the_last_admin_is_held_and_told_and_leaves_when_there_is_another() {
        try (Stage stage = Stage.with(5, bridge -> bridge)) {
            String first = stage.scim().named(FIRST_ADMIN).id();
            String second = stage.scim().named(SECOND_ADMIN).id();
            assertThat(stage.scim().patch(first, Cast.OKTA_DEACTIVATE).status()).isEqualTo(200);

            Reply told = stage.scim().patch(second, Cast.OKTA_DEACTIVATE);
            assertThat(told.status()).isEqualTo(409);
            assertThat(told.detail()).contains("last ADMIN").contains("held");
            Reply held = stage.scim().user(second);
            assertThat(held.active()).isTrue();
            assertThat(held.state()).isEqualTo("held");
            assertThat(stage.scim().patch(second, Cast.oktaRole("BUSINESS")).state())
                    .as("another role is recorded, and does not take the leaver back")
                    .isEqualTo("held");
            assertThat(stage.scim().delete(second).status()).isEqualTo(409);
            assertThat(stage.control.person(SECOND_ADMIN).is("active")).isTrue();

            assertThat(stage.scim().patch(second, Cast.OKTA_DEACTIVATE).status())
                    .isEqualTo(409);
            stage.control.add("new.admin@acme.io", "ADMIN");
            stage.until(second, user -> !user.active());
            stage.untilState(second, "settled");
            assertThat(stage.control.person(SECOND_ADMIN).is("disabled")).isTrue();
        }
    }

    @Test
    void the_protected_are_held_and_told_until_an_operator_releases_them_by_name() throws Exception {
        try (Stage stage = Stage.with(5, bridge -> bridge.with("SCIM_BRIDGE_GUARDS_PROTECTED", SECOND_ADMIN))) {
            String id = stage.scim().named(SECOND_ADMIN).id();
            Reply told = stage.scim().patch(id, Cast.ENTRA_DEACTIVATE);
            assertThat(told.status()).isEqualTo(409);
            assertThat(told.detail()).contains("protected");
            assertThat(stage.scim().user(id).state()).isEqualTo("held");
            assertThat(stage.control.commands()).isZero();
            JarBridge.Said held = stage.bridge.say("held");
            assertThat(held.text()).contains("1 people are held", SECOND_ADMIN, "protected", "inactive", "default");

            String first = stage.scim().named(FIRST_ADMIN).id();
            assertThat(stage.bridge
                            .say("held", "release", "--guard", "protected")
                            .code())
                    .isEqualTo(2);
            assertThat(stage.bridge.say("held", "release", SECOND_ADMIN).code()).isZero();
            stage.untilState(id, "settled");
            assertThat(stage.control.person(SECOND_ADMIN).is("disabled")).isTrue();

            assertThat(stage.scim().delete(first).status()).isEqualTo(409);
            JarBridge.Said last = stage.bridge.say("held", "release", FIRST_ADMIN);
            assertThat(last.code()).isEqualTo(2);
            assertThat(last.text()).contains("last ADMIN");
            assertThat(stage.bridge.say("held", "reject", FIRST_ADMIN).code()).isZero();
            assertThat(stage.scim().user(first).state()).isEqualTo("settled");
            assertThat(stage.control.applied("disableUser")).isEqualTo(1);
        }
    }

    @Test
    void the_brake_stops_a_mass_of_leavers_tells_and_remembers_them() {
        try (Stage stage = Stage.with(30, bridge -> bridge.with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "3"))) {
            List<String> ids = new ArrayList<>();
            stage.scim()
                    .find("roles.value eq \"DEVELOPER\" and active eq true")
                    .body()
                    .path("Resources")
                    .forEach(user -> {
                        if (user.path("urn:ietf:params:scim:schemas:extension:scimbridge:2.0:User")
                                .has("workspaceUid")) {
                            ids.add(user.path("id").asText());
                        }
                    });
            for (String id : ids.subList(0, 3)) {
                assertThat(stage.scim().patch(id, Cast.OKTA_DEACTIVATE).status())
                        .isEqualTo(200);
            }
            Reply told = stage.scim().patch(ids.get(3), Cast.OKTA_DEACTIVATE);
            assertThat(told.status()).isEqualTo(429);
            assertThat(told.headers().firstValue("Retry-After").map(Integer::parseInt))
                    .isPresent();
            assertThat(told.detail()).contains("held");
            Reply held = stage.scim().user(ids.get(3));
            assertThat(held.active()).isTrue();
            assertThat(held.state()).isEqualTo("held");
            stage.bridge.kill();
            stage.bridge.start();
            assertThat(stage.scim().user(ids.get(3)).state()).isEqualTo("held");
            assertThat(stage.control.applied("disableUser")).isEqualTo(3);

            Operator.Reply released = stage.bridge.operator().change("held/release?guard=leaver-brake");
            assertThat(released.headline()).startsWith("1 people are released");
            stage.bridge.kill();
            stage.bridge.start();
            stage.until(ids.get(3), user -> !user.active() && user.state().equals("settled"));
            assertThat(stage.control.applied("disableUser")).isEqualTo(4);
        }
    }

    @Test
    void demotions_have_a_brake_of_their_own_and_are_told() {
        try (Stage stage = Stage.with(5, bridge -> bridge.with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "2"))) {
            List<String> admins = new ArrayList<>();
            for (String name : List.of("one@acme.io", "two@acme.io", "three@acme.io")) {
                admins.add(stage.member(name, "WORKSPACE_ADMIN"));
            }
            assertThat(stage.scim().patch(admins.get(0), Cast.oktaRole("ADMIN")).status())
                    .as("more rights are no demotion")
                    .isEqualTo(200);
            stage.untilState(admins.get(0), "settled");
            for (String id : admins.subList(0, 2)) {
                assertThat(stage.scim().patch(id, Cast.oktaRole("BUSINESS")).status())
                        .isEqualTo(200);
            }
            Reply told = stage.scim().patch(admins.get(2), Cast.entraRole("BUSINESS"));
            assertThat(told.status()).isEqualTo(429);
            assertThat(told.headers().firstValue("Retry-After")).isPresent();
            assertThat(stage.scim().user(admins.get(2)).role()).isEqualTo("WORKSPACE_ADMIN");
            String leaver = stage.member("leaver@acme.io", "BUSINESS");
            assertThat(stage.scim().patch(leaver, Cast.OKTA_DEACTIVATE).active())
                    .as("leavers are counted by themselves")
                    .isFalse();
            stage.bridge.operator().change("held/release?guard=demotion-brake");
            stage.until(
                    admins.get(2),
                    user -> user.role().equals("BUSINESS") && user.state().equals("settled"));
        }
    }

    @Test
    void joiners_over_the_hour_are_accepted_and_held_and_invited_on_release() throws Exception {
        try (Stage stage = Stage.with(5, bridge -> bridge.with("SCIM_BRIDGE_GUARDS_MAX_INVITATIONS", "2"))) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Reply created = stage.scim().create(Cast.okta("joiner" + i + "@acme.io", "DEVELOPER"));
                assertThat(created.status()).isEqualTo(201);
                assertThat(created.active()).isTrue();
                assertThat(created.role()).isEqualTo("DEVELOPER");
                assertThat(created.state().equals("held")).isEqualTo(i >= 2);
                ids.add(created.id());
            }
            stage.bridge.kill();
            stage.bridge.start();
            assertThat(stage.control.applied("inviteUser")).isEqualTo(2);
            assertThat(stage.bridge.say("held", "reject", "joiner4@acme.io").code())
                    .isZero();
            assertThat(stage.scim().user(ids.get(4)).active()).isFalse();
            JarBridge.Said said = stage.bridge.say("held", "release", "--guard", "invitation-brake");
            assertThat(said.text()).contains("2 people are released");
            stage.untilState(ids.get(3), "waiting-for-signup");
            stage.untilState(ids.get(2), "waiting-for-signup");
            assertThat(stage.control.applied("inviteUser")).isEqualTo(4);
            assertThat(stage.scim().create(Cast.okta("later@acme.io")).state()).isEqualTo("waiting-for-signup");
        }
    }

    @Test
    void grants_of_admin_types_are_accepted_and_held_also_through_a_group() {
        try (Stage stage = Stage.with(
                5,
                bridge -> bridge.with("SCIM_BRIDGE_GUARDS_MAX_PRIVILEGED_GRANTS", "1")
                        .with("SCIM_BRIDGE_ACCOUNT_TYPES_GROUPS", "Chiefs=ADMIN"))) {
            String one = stage.member("one@acme.io", "SECURITY_ADMIN");
            String two = stage.member("two@acme.io", "BUSINESS");
            Reply accepted = stage.scim().patch(two, Cast.oktaRole("ADMIN"));
            assertThat(accepted.status()).isEqualTo(200);
            assertThat(accepted.role()).isEqualTo("BUSINESS");
            assertThat(accepted.state()).isEqualTo("held");
            String members = "[{\"value\":\"" + one + "\"}]";
            String group = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],"
                    + "\"displayName\":\"Chiefs\",\"members\":" + members + "}";
            assertThat(stage.scim().send("POST", "/Groups", group).status()).isEqualTo(201);
            assertThat(stage.scim().user(one).state()).isEqualTo("held");
            Operator.Reply held = stage.bridge.operator().read("held?guard=grant-brake");
            assertThat(held.column("asked")).containsExactly("active as ADMIN", "active as ADMIN");
            stage.bridge.operator().change("held/release?guard=grant-brake");
            for (String id : List.of(one, two)) {
                stage.until(
                        id, user -> user.role().equals("ADMIN") && user.state().equals("settled"));
            }
        }
    }
}
