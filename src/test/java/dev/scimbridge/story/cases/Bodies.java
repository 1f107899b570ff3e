package dev.scimbridge.story.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.story.Cast;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the cases send besides what the {@link dev.scimbridge.story.Cast cast} says. */
final class Bodies {
    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private Bodies() {}

    /** Okta's and Entra's create of a group without an externalId. */
    static String group(String displayName, Collection<String> members) {
        return """
                {"schemas":["%s"],"displayName":"%s","members":%s}""".formatted(GROUP, displayName, members(members));
    }

    /** {@code [{"value":"U1","display":"…"},…]}, as Okta says it: without {@code type} and {@code $ref}. */
    static String members(Collection<String> ids) {
        return ids.stream()
                .map("{\"value\":\"%s\",\"display\":\"Tess User\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** A reference to somebody or something. */
    static Map<String, String> member(String id) {
        return Map.of("value", id);
    }

    /** Okta's create of somebody, with a change. */
    static String user(String userName, Consumer<ObjectNode> change) {
        return edited(json(Cast.okta(userName)), change);
    }

    /** An operation with a path. */
    static String op(String op, String path, Object value) {
        return edited(json("{}"), operation -> {
            operation.put("op", op).put("path", path);
            operation.set("value", Answer.JSON.valueToTree(value));
        });
    }

    /** {@code P[…]}. */
    static String patch(String... operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                + String.join(",", operations) + "]}";
    }

    static JsonNode json(String text) {
        return new Answer(0, Map.of(), text).json();
    }

    /** What was read, with a change, to be sent back. */
    static String edited(JsonNode read, Consumer<ObjectNode> change) {
        ObjectNode copy = ((ObjectNode) read).deepCopy();
        change.accept(copy);
        return copy.toString();
    }
}
