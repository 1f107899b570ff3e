package dev.scimbridge.story;

import static dev.scimbridge.story.BulkText.bulk;
import static dev.scimbridge.story.BulkText.delete;
import static dev.scimbridge.story.BulkText.group;
import static dev.scimbridge.story.BulkText.patch;
import static dev.scimbridge.story.BulkText.put;
import static dev.scimbridge.story.BulkText.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.story.Scim.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code /Bulk} takes, how much of it, and from whom. */
class BulkDoorStory {
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(5, bridge -> bridge);
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    private static Reply send(String bulk) {
        return stage.scim().send("POST", "/Bulk", bulk);
    }

    /** RF-45; a body that is too large is sent by the cases, for no good client library lets it out. */
    @Test
    void the_limits_are_told_and_kept() {
        JsonNode told = stage.scim().get("/ServiceProviderConfig").body().path("bulk");
        assertThat(told.path("supported").asBoolean()).isTrue();
        int operations = told.path("maxOperations").asInt();
        int size = told.path("maxPayloadSize").asInt();
        assertThat(List.of(operations, size)).containsExactly(1000, 1048576);
        Reply many = send(bulk(Collections.nCopies(operations + 1, delete("/Users/1"))));
        assertThat(many.status()).isEqualTo(413);
        assertThat(many.detail()).contains("1000");
        String small = bulk(user("a", "limit@acme.io"));
        assertThat(send(small + " ".repeat(size - small.length())).status()).isEqualTo(200);
    }

    @Test
    void a_thousand_operations_are_answered_each() {
        List<String> operations = new ArrayList<>();
        IntStream.range(0, 500).forEach(i -> {
            operations.add(
                    patch("/Groups/bulkId:g" + i, "{\"op\":\"add\",\"path\":\"externalId\",\"value\":\"e" + i + "\"}"));
            operations.add(group("g" + i, "Thousand " + i));
        });
        List<JsonNode> results = BulkText.results(stage, bulk(operations));
        assertThat(results).hasSize(1000);
        for (int i = 0; i < 500; i++) {
            assertThat(results.get(2 * i).path("status").asText()).isEqualTo("200");
            assertThat(results.get(2 * i + 1).path("bulkId").asText()).isEqualTo("g" + i);
        }
        assertThat(stage.scim()
                        .get("/Groups?count=0&filter=displayName+sw+%22Thousand%22+and+externalId+pr")
                        .total())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST | {\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[]} | 400",
                "POST | {\"failOnErrors\":\"some\",\"Operations\":[]} | 400",
                "POST | {\"Operations\":{}} | 400",
                "POST | {\"Operations\":[ | 400",
                "POST | [] | 400",
                "GET | | 405",
                "PUT | {\"Operations\":[]} | 405",
                "POST | {\"Operations\":[]} | 200"
            })
    void what_is_no_bulk_request_is_an_error_as_a_whole(String method, String body, int status) {
        Reply reply = stage.scim().send(method, "/Bulk", body);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().path("schemas").path(0).asText()).endsWith(status == 200 ? ":BulkResponse" : ":Error");
    }

    @Test
    void the_answer_is_as_the_description_of_the_api_has_it() {
        Conversation scim = new Conversation("http://127.0.0.1:" + stage.bridge.port() + "/scim/v2", JarBridge.TOKEN);
        String operations = bulk(
                user("a", "described@acme.io"),
                group("g", "Described", "bulkId:a"),
                put("/Users/bulkId:a", Cast.okta("described@acme.io")),
                patch("/Groups/bulkId:g", "{\"op\":\"remove\",\"path\":\"members\"}"),
                delete("/Groups/bulkId:g"),
                delete("/Groups/bulkId:g"),
                user("b", "described@acme.io"),
                delete("/Users/none"));
        Answer answer = scim.say("POST", "/Bulk", "/Bulk", operations);
        assertThat(answer.json().path("Operations").findValuesAsText("status"))
                .containsSequence("201", "201", "200", "200", "204", "404");
        assertThat(scim.say("POST", "/Bulk", "/Bulk", "{}").status()).isEqualTo(400);
    }

    @Test
    void a_stranger_is_told_nothing() {
        assertThat(stage.bridge
                        .scim("other-token")
                        .send("POST", "/Bulk", bulk())
                        .status())
                .isEqualTo(401);
    }
}
