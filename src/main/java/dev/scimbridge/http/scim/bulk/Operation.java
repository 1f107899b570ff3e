package dev.scimbridge.http.scim.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.Json;
import dev.scimbridge.scim.Message;
import dev.scimbridge.scim.ScimProblem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a bulk request.
 *
 * @param method in upper case, whichever it is; empty if none is said
 * @param bulkId the client's name for what a POST creates
 * @param version what the resource must be at
 * @param path as it was said, empty if it was not
 * @param data empty where the method needs none
 * @param wrong why it cannot be carried out, as far as that is known beforehand
 */
public record Operation(
        String method,
        @Nullable String bulkId,
        @Nullable String version,
        String path,
        ObjectNode data,
        @Nullable ScimProblem wrong) {

    private static final String POST = "POST";
    private static final Set<String> BEARING = Set.of(POST, "PUT", "PATCH");

    /** Reads it; what is wrong with it is kept, not thrown. */
    static Operation of(JsonNode said) {
        Operation read = read(said);
        String fault = fault(said, read);
        return fault == null ? read : read.refused(ScimProblem.invalidSyntax(fault));
    }

    private static Operation read(JsonNode said) {
        String method = text(said, "method").strip().toUpperCase(Locale.ROOT);
        String bulkId = text(said, "bulkId");
        String version = text(said, "version");
        return new Operation(
                method,
                bulkId.isEmpty() ? null : bulkId,
                version.isEmpty() ? null : version,
                text(said, "path").strip(),
                BEARING.contains(method) && data(said) instanceof ObjectNode data ? data : Json.object(),
                null);
    }

    private static @Nullable String fault(JsonNode said, Operation read) {
        if (!said.isObject()) {
            return "An operation must be an object.";
        }
        for (String key : List.of("method", "bulkId", "version", "path")) {
            JsonNode value = Message.find(said, key);
            if (value != null && !value.isNull() && !value.isTextual()) {
                return key + " must be a string.";
            }
        }
        if (read.method.isEmpty() || read.path.isEmpty()) {
            return "An operation needs a " + (read.method.isEmpty() ? "method." : "path.");
        }
        if (read.creates() && read.bulkId == null) {
            return "A POST needs a bulkId.";
        }
        boolean bears = BEARING.contains(read.method);
        return bears && !(data(said) instanceof ObjectNode) ? "data must be an object." : null;
    }

    private static @Nullable JsonNode data(JsonNode said) {
        return Message.find(said, "data");
    }

    private static String text(JsonNode said, String key) {
        JsonNode value = Message.find(said, key);
        return value != null && value.isTextual() ? value.textValue() : "";
    }

    boolean creates() {
        return method.equals(POST);
    }

    /** Refused for this, unless it is refused for something else already. */
    Operation refused(ScimProblem problem) {
        return wrong != null ? this : new Operation(method, bulkId, version, path, data, problem);
    }

    /** The same, said of something else. */
    Operation about(String otherPath, ObjectNode otherData) {
        return new Operation(method, bulkId, version, otherPath, otherData, wrong);
    }
}
