package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What bodies have in common that are no resources (RFC 7644, 3.1): a URN that says what they are, keys in any case. */
public final class Message {
    private static final String URN = "urn:ietf:params:scim:api:messages:2.0:";

    private Message() {}

    /** A missing {@code schemas} is forgiven, another message is 400 {@code invalidSyntax}. */
    public static void require(String name, ObjectNode body) {
        JsonNode schemas = find(body, ResourceSchema.SCHEMAS);
        if (schemas == null || ValueReader.unassigned(schemas)) {
            return;
        }
        for (JsonNode each : schemas.isArray() ? schemas : List.of(schemas)) {
            if (each.asText().equalsIgnoreCase(URN + name)) {
                return;
            }
        }
        throw ScimProblem.invalidSyntax("The body is no " + name + ": schemas must have " + URN + name + ".");
    }

    /** The value of a key in whatever case; null if there is none, or nothing that could have one. */
    public static @Nullable JsonNode find(JsonNode object, String name) {
        JsonNode exact = object.get(name);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        return null;
    }
}
