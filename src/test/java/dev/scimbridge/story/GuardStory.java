package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules 10 and 11: nobody is locked out, no mistake becomes a mass, and no leaver is blocked by company. */
class GuardStory {
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
    void the_protected_are_held_and_told() {
        try (Stage stage = Stage.with(5, bridge -> bridge.with("SCIM_BRIDGE_GUARDS_PROTECTED", SECOND_ADMIN))) {
            String id = stage.scim().named(SECOND_ADMIN).id();
            Reply told = stage.scim().patch(id, Cast.ENTRA_DEACTIVATE);
            assertThat(told.status()).isEqualTo(409);
            assertThat(told.detail()).contains("protected");
            assertThat(stage.scim().user(id).state()).isEqualTo("held");
            assertThat(stage.control.commands()).isZero();
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
        }
    }

    @Test
    void a_leaver_with_a_role_that_means_nothing_or_a_rename_leaves() {
        try (Stage stage = Stage.with(5, bridge -> bridge)) {
            String one = stage.member("one@acme.io", "BUSINESS");
            String both = "{\"op\":\"replace\",\"path\":\"active\",\"value\":false},"
                    + "{\"op\":\"replace\",\"path\":\"roles\",\"value\":[{\"value\":\"No such role\"}]}";
            assertThat(stage.scim().patch(one, both).active()).isFalse();
            assertThat(stage.control.person("one@acme.io").is("disabled")).isTrue();

            String two = stage.member("two@acme.io", "BUSINESS");
            String renamed = "{\"op\":\"Replace\",\"path\":\"userName\","
                    + "\"value\":\"0123456789abcdef0123456789abcdeftwo@acme.io\"},"
                    + Cast.ENTRA_DEACTIVATE;
            assertThat(stage.scim().patch(two, renamed).active()).isFalse();
            assertThat(stage.control.person("two@acme.io").is("disabled")).isTrue();

            String three = stage.member("three@acme.io", "BUSINESS");
            assertThat(stage.scim().patch(three, Cast.oktaRole("No such role")).status())
                    .isEqualTo(400);
            assertThat(stage.scim().user(three).role()).isEqualTo("BUSINESS");
        }
    }
}
