package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.story.Scim.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bulk requests (RFC 7644 3.7) as text, and what their answers say. */
final class BulkText {
    private BulkText() {}

    static String bulk(String... operations) {
        return bulk(List.of(operations));
    }

    static String bulk(Collection<String> operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":["
                + String.join(",", operations) + "]}";
    }

    static String failingOn(int errors, String bulk) {
        return bulk.replaceFirst("\\{", "{\"failOnErrors\":" + errors + ",");
    }

    static String user(String bulkId, String userName) {
        return post("/Users", bulkId, Cast.plain(userName));
    }

    static String group(String bulkId, String name, String... members) {
        return post(
                "/Groups",
                bulkId,
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name
                        + "\",\"members\":" + members(members) + "}");
    }

    /** {@code [{"value":"…"},…]}. */
    static String members(String... members) {
        return Stream.of(members)
                .map(each -> "{\"value\":\"" + each + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    static String post(String path, String bulkId, String data) {
        return "{\"method\":\"POST\",\"path\":\"" + path + "\",\"bulkId\":\"" + bulkId + "\",\"data\":" + data + "}";
    }

    static String put(String path, String data) {
        return "{\"method\":\"PUT\",\"path\":\"" + path + "\",\"data\":" + data + "}";
    }

    static String patch(String path, String... operations) {
        return "{\"method\":\"PATCH\",\"path\":\"" + path
                + "\",\"data\":{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                + String.join(",", operations) + "]}}";
    }

    static String delete(String path) {
        return "{\"method\":\"DELETE\",\"path\":\"" + path + "\"}";
    }

    /** The same operation, of a version. */
    static String at(String version, String operation) {
        return operation.replaceFirst("\\{", "{\"version\":\"" + version.replace("\"", "\\\\\"") + "\",");
    }

    /** What became of each operation. */
    static List<JsonNode> results(Stage stage, String bulk) {
        Reply reply = stage.scim().send("POST", "/Bulk", bulk);
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/scim+json");
        assertThat(reply.body().path("schemas").path(0).asText())
                .isEqualTo("urn:ietf:params:scim:api:messages:2.0:BulkResponse");
        List<JsonNode> results = new ArrayList<>();
        reply.body().path("Operations").forEach(results::add);
        assertThat(results)
                .allSatisfy(each -> assertThat(each.path("status").isTextual()).isTrue());
        return results;
    }
}
