package dev.scimbridge.http.scim.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.Json;
import dev.scimbridge.scim.ScimProblem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one operation.
 *
 * @param id of the resource, null if nothing was done
 * @param version of the resource, null if it has none
 * @param problem null if it was done
 */
public record Result(
        Operation operation,
        int status,
        @Nullable String id,
        @Nullable String version,
        @Nullable ScimProblem problem) {

    public static Result done(Operation operation, int status, String id, @Nullable String version) {
        return new Result(operation, status, id, version, null);
    }

    public static Result refused(Operation operation, ScimProblem problem) {
        return new Result(operation, problem.status(), null, null, problem);
    }

    /** As the client gets it; the address of the service ends with a slash. */
    ObjectNode json(String base) {
        ObjectNode json = Json.object();
        put(json, "method", operation.method().isEmpty() ? null : operation.method());
        put(json, "bulkId", operation.bulkId());
        String path = path();
        put(json, "location", path == null ? null : base + path);
        put(json, "version", version);
        json.put("status", Integer.toString(status));
        if (problem != null) {
            json.set("response", told(problem).body());
        }
        return json;
    }

    /** Null for a POST that created nothing, and for what leads nowhere. */
    private @Nullable String path() {
        Target target = Target.find(operation.path());
        if (target == null || References.isIn(operation.path())) {
            return null;
        }
        String named = id == null && !operation.creates() ? target.id() : id;
        return named == null ? null : new Target(target.endpoint(), named).path();
    }

    /** A result has no headers. */
    private static ScimProblem told(ScimProblem problem) {
        Long wait = problem.retrySeconds();
        return wait == null
                ? problem
                : ScimProblem.of(
                        problem.status(), problem.scimType(), problem.detail() + " (Retry-After: " + wait + ")");
    }

    private static void put(ObjectNode json, String key, @Nullable String text) {
        if (text != null) {
            json.put(key, text);
        }
    }
}
