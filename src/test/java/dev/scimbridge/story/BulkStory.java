package dev.scimbridge.story;

import static dev.scimbridge.story.BulkText.at;
import static dev.scimbridge.story.BulkText.bulk;
import static dev.scimbridge.story.BulkText.delete;
import static dev.scimbridge.story.BulkText.failingOn;
import static dev.scimbridge.story.BulkText.group;
import static dev.scimbridge.story.BulkText.members;
import static dev.scimbridge.story.BulkText.patch;
import static dev.scimbridge.story.BulkText.post;
import static dev.scimbridge.story.BulkText.put;
import static dev.scimbridge.story.BulkText.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.sandbox.Way;
import dev.scimbridge.story.Scim.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many writes in one request (RFC 7644 3.7): each as if it had been sent alone. */
class BulkStory {
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(5, bridge -> bridge.with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "1000"));
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    private static List<JsonNode> results(String bulk) {
        return BulkText.results(stage, bulk);
    }

    private static List<String> statuses(String bulk) {
        return results(bulk).stream().map(each -> each.path("status").asText()).toList();
    }

    private static String id(JsonNode result) {
        String location = result.path("location").asText();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static List<String> membersOf(String group) {
        return stage.scim().get("/Groups/" + group).body().path("members").findValuesAsText("value");
    }

    @ParameterizedTest(name = "RF-44 {0}")
    @CsvSource({"in order,0,1,2", "reversed,2,1,0", "in between,0,2,1"})
    void two_people_and_their_group_are_made_at_once(String order, int first, int second, int third) {
        String one = "one." + first + second + "@acme.io";
        String two = "two." + first + second + "@acme.io";
        List<String> operations =
                List.of(user("one", one), user("two", two), group("both", "Both " + order, "bulkId:one", "bulkId:two"));
        List<Integer> places = List.of(first, second, third);
        List<JsonNode> results =
                results(bulk(places.stream().map(operations::get).toList()));
        assertThat(results)
                .extracting(each -> each.path("bulkId").asText())
                .isEqualTo(
                        places.stream().map(List.of("one", "two", "both")::get).toList());
        assertThat(results).allSatisfy(each -> {
            assertThat(each.path("status").asText()).isEqualTo("201");
            assertThat(each.path("method").asText()).isEqualTo("POST");
            assertThat(each.has("response")).isFalse();
        });
        JsonNode group = results.get(places.indexOf(2));
        Reply read = stage.scim().get("/Groups/" + id(group));
        assertThat(read.body().path("meta").path("location").asText())
                .isEqualTo(group.path("location").asText());
        assertThat(read.headers().firstValue("ETag"))
                .hasValue(group.path("version").asText());
        assertThat(membersOf(id(group)))
                .containsExactlyInAnyOrder(id(results.get(places.indexOf(0))), id(results.get(places.indexOf(1))));
        assertThat(stage.scim().named(one).id()).isEqualTo(id(results.get(places.indexOf(0))));
        stage.untilState(stage.scim().named(two).id(), "waiting-for-signup");
    }

    @Test
    void a_group_is_changed_by_the_name_it_has_in_the_request() {
        List<JsonNode> results = results(bulk(
                patch(
                        "/Groups/bulkId:g",
                        "{\"op\":\"add\",\"path\":\"members\",\"value\":" + members("bulkId:c") + "}"),
                group("g", "Changed", "bulkId:a", "bulkId:b"),
                patch("/Groups/bulkId:g", "{\"op\":\"remove\",\"path\":\"members[value eq \\\"bulkId:a\\\"]\"}"),
                user("a", "ref.a@acme.io"),
                user("b", "ref.b@acme.io"),
                user("c", "ref.c@acme.io"),
                put("/Users/bulkId:c", Cast.plain("ref.c@acme.io").replace("{\"s", "{\"title\":\"Dr\",\"s"))));
        assertThat(results)
                .extracting(each -> each.path("status").asText())
                .containsExactly("200", "201", "200", "201", "201", "201", "200");
        assertThat(results.get(0).path("location")).isEqualTo(results.get(1).path("location"));
        assertThat(membersOf(id(results.get(1)))).containsExactlyInAnyOrder(id(results.get(4)), id(results.get(5)));
        assertThat(stage.scim().user(id(results.get(6))).body().path("title").asText())
                .isEqualTo("Dr");
    }

    @Test
    void circles_and_references_to_nothing_are_refused_and_the_others_are_done() {
        String manager = "{\"userName\":\"%s\",\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":"
                + "{\"manager\":{\"value\":\"bulkId:%s\"}}}";
        List<JsonNode> results = results(bulk(
                post("/Users", "x", manager.formatted("circle.x@acme.io", "y")),
                post("/Users", "y", manager.formatted("circle.y@acme.io", "x")),
                group("g", "Of a circle", "bulkId:x"),
                group("h", "Of nobody", "bulkId:who"),
                user("z", "circle.z@acme.io"),
                post("/Users", "w", manager.formatted("circle.w@acme.io", "z"))));
        assertThat(results)
                .extracting(each -> each.path("status").asText())
                .containsExactly("409", "409", "409", "400", "201", "201");
        assertThat(results.get(3).path("response").path("detail").asText()).contains("who");
        assertThat(results.get(3).path("response").path("scimType").asText()).isEqualTo("invalidValue");
        assertThat(stage.scim().find("userName sw \"circle.\"").total()).isEqualTo(2);
        assertThat(stage.scim()
                        .user(id(results.get(5)))
                        .body()
                        .path("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
                        .path("manager")
                        .path("value")
                        .asText())
                .isEqualTo(id(results.get(4)));
    }

    @Test
    void one_bad_operation_spoils_only_itself_and_who_refers_to_it() {
        String bad = patch(
                "/Users/"
                        + stage.scim().named("alexandra.james@paradime.example").id(),
                "{\"op\":\"move\"}");
        List<JsonNode> results = results(bulk(
                user("a", "bad.a@acme.io"),
                user("b", "bad.a@acme.io"),
                group("g", "Of bad", "bulkId:a", "bulkId:b"),
                "17",
                "{\"path\":\"/Users\",\"data\":{}}",
                post("/Unknown", "c", "{}"),
                bad,
                "{\"method\":\"GET\",\"path\":\"/Users/bulkId:a\"}",
                patch("/Users", Cast.OKTA_DEACTIVATE),
                delete("/Users/none"),
                "{\"method\":\"PATCH\",\"path\":\"/Groups/bulkId:g\",\"data\":[]}",
                user("d", "bad.d@acme.io")));
        assertThat(results)
                .extracting(each -> each.path("status").asText())
                .containsExactly("201", "409", "400", "400", "400", "400", "400", "405", "405", "404", "400", "201");
        assertThat(results.subList(1, 11)).allSatisfy(each -> {
            JsonNode error = each.path("response");
            assertThat(error.path("status")).isEqualTo(each.path("status"));
            assertThat(error.path("detail").asText()).isNotEmpty();
        });
        assertThat(results.get(1).path("response"))
                .isEqualTo(stage.scim().create(Cast.plain("bad.a@acme.io")).body());
        assertThat(results.get(1).has("location")).isFalse();
        assertThat(results.get(9).path("location").asText()).endsWith("/scim/v2/Users/none");
    }

    @Test
    void after_so_many_errors_the_rest_is_left_alone_and_left_out() {
        String[] operations = {
            user("a", "fail.a@acme.io"),
            delete("/Users/1"),
            user("b", "fail.b@acme.io"),
            delete("/Users/2"),
            user("c", "fail.c@acme.io")
        };
        assertThat(statuses(failingOn(1, bulk(operations)))).containsExactly("201", "404");
        assertThat(statuses(failingOn(2, bulk(operations)))).containsExactly("409", "404");
        assertThat(stage.scim().find("userName sw \"fail.\"").total()).isEqualTo(1);
        assertThat(statuses(failingOn(4, bulk(operations)))).containsExactly("409", "404", "201", "404", "201");
    }

    @Test
    void versions_are_conditions_as_if_match_is() {
        JsonNode created = results(bulk(group("g", "Versions"))).get(0);
        String path = "/Groups/" + id(created);
        String first = created.path("version").asText();
        String rename = patch(path, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Other versions\"}");
        List<JsonNode> results =
                results(bulk(at("W/\"999\"", delete(path)), at(first, rename), at(first, delete(path)), rename));
        assertThat(results)
                .extracting(each -> each.path("status").asText())
                .containsExactly("412", "200", "412", "200");
        String now = stage.scim().get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(results.get(1).path("version").asText()).isEqualTo(now).isNotEqualTo(first);
        JsonNode deleted = results(bulk(at(now, delete(path)))).get(0);
        assertThat(deleted.path("status").asText()).isEqualTo("204");
        assertThat(deleted.path("location").asText()).endsWith(path);
        assertThat(stage.scim().get(path).status()).isEqualTo(404);
        Reply outside = stage.scim().send("POST", "/Bulk", bulk(group("h", "No versions")), "If-Match", "W/\"999\"");
        assertThat(outside.body().path("Operations").path(0).path("status").asText())
                .as("If-Match is of single requests")
                .isEqualTo("201");
    }

    @Test
    void dialects_are_understood_as_in_single_requests() {
        List<JsonNode> made = results(bulk(
                post("/Users", "e", Cast.entra("dialect.e@acme.io", "ANALYST").replace("true", "\"True\"")),
                post("/Users", "o", Cast.okta("dialect.o@acme.io")),
                group("g", "Dialect", "bulkId:e", "bulkId:o"),
                patch("/Users/bulkId:e", Cast.entraRole("DEVELOPER")),
                patch(
                        "/Groups/bulkId:g",
                        "{\"op\":\"Remove\",\"path\":\"members\",\"value\":" + members("bulkId:e") + "}"),
                patch("/Users/bulkId:o", Cast.OKTA_DEACTIVATE).replace("\"PATCH\"", "\"patch\"")));
        assertThat(made)
                .extracting(each -> each.path("status").asText())
                .containsExactly("201", "201", "201", "200", "200", "200");
        assertThat(stage.scim().user(id(made.get(0))).role()).isEqualTo("DEVELOPER");
        assertThat(stage.scim().user(id(made.get(1))).active()).isFalse();
        assertThat(membersOf(id(made.get(2)))).containsExactly(id(made.get(1)));
        assertThat(statuses(bulk(patch("/Users/" + id(made.get(0)), Cast.ENTRA_DEACTIVATE))))
                .containsExactly("200");
        assertThat(stage.scim().user(id(made.get(0))).active()).isFalse();
    }

    /** A single request would be told 400 in the workspace's words. */
    @Test
    void nobody_waits_for_the_word_of_the_workspace() {
        stage.control.failAlways("inviteUser", Way.errors("no seats left").about("no.seat@acme.io"));
        JsonNode taken = results(bulk(user("a", "no.seat@acme.io"))).get(0);
        assertThat(taken.path("status").asText()).isEqualTo("201");
        stage.untilState(id(taken), "refused");
        stage.control.heal();
    }
}
