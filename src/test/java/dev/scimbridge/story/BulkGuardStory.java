package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.sandbox.Control;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 10 counts every operation of a bulk request: what fifty requests may not do, one may not either. */
class BulkGuardStory {
    private static final int LIMIT = 10;

    @Test
    void fifty_deactivations_in_one_request_trip_the_brake_as_fifty_requests_do() {
        try (Stage stage = Stage.with(80, bridge -> bridge)) {
            List<String> people =
                    ids(stage, "roles.value ne \"ADMIN\" and active eq true").subList(0, 50);
            List<JsonNode> results = results(stage, people, Cast.OKTA_DEACTIVATE);
            assertThat(results.subList(0, LIMIT))
                    .allSatisfy(each -> assertThat(each.path("status").asText()).isEqualTo("200"));
            assertThat(results).hasSize(50);
            assertThat(results.subList(LIMIT, 50)).allSatisfy(each -> {
                assertThat(each.path("status").asText()).isEqualTo("429");
                assertThat(each.path("response").path("detail").asText())
                        .contains("kept as held")
                        .contains("Retry-After: 600");
            });
            for (int i = 0; i < 50; i++) {
                Scim.Reply user = stage.scim().user(people.get(i));
                assertThat(user.active()).as("%s", i).isEqualTo(i >= LIMIT);
                assertThat(user.state().equals("held")).as("%s", i).isEqualTo(i >= LIMIT);
            }
            people.subList(0, LIMIT).forEach(id -> stage.untilState(id, "settled"));
            assertThat(stage.control.applied("disableUser")).isEqualTo(LIMIT);
        }
    }

    @Test
    void the_last_two_admins_demoted_in_one_request_leave_one() {
        try (Stage stage = Stage.with(5, bridge -> bridge)) {
            List<String> admins = ids(stage, "roles.value eq \"ADMIN\"");
            assertThat(admins).hasSize(2);
            List<JsonNode> results = results(stage, admins, Cast.oktaRole("BUSINESS"));
            assertThat(results).extracting(each -> each.path("status").asText()).containsExactly("200", "409");
            assertThat(results.get(1).path("response").path("detail").asText()).contains("last ADMIN");
            stage.untilState(admins.get(0), "settled");
            stage.untilListedAgain();
            assertThat(stage.control.state().stream()
                            .filter(each -> each.accountType().equals("ADMIN"))
                            .map(Control.Person::email))
                    .hasSize(1);
            assertThat(stage.scim().user(admins.get(1)).state()).isEqualTo("held");
        }
    }

    /** Of people who have an account in the workspace. */
    private static List<String> ids(Stage stage, String filter) {
        List<String> ids = new ArrayList<>();
        stage.scim()
                .find(filter + " and urn:ietf:params:scim:schemas:extension:scimbridge:2.0:User:workspaceUid pr")
                .body()
                .path("Resources")
                .forEach(each -> ids.add(each.path("id").asText()));
        return Collections.unmodifiableList(ids);
    }

    private static List<JsonNode> results(Stage stage, List<String> people, String operation) {
        List<String> operations = people.stream()
                .map(id -> BulkText.patch("/Users/" + id, operation))
                .toList();
        return BulkText.results(stage, BulkText.bulk(operations));
    }
}
