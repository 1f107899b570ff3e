package dev.scimbridge.http.scim;

import dev.scimbridge.http.scim.bulk.Operation;
import dev.scimbridge.http.scim.bulk.Result;
import dev.scimbridge.http.scim.write.Verb;
import dev.scimbridge.http.scim.write.Writing;
import dev.scimbridge.provisioning.Intake;
import dev.scimbridge.scim.ScimProblem;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Where operations on one kind of resource go, taken in as single requests are. */
record Endpoint<T>(Writing<T> writing) {
    String name() {
        return writing.kind().endpoint();
    }

    /** Begins. Throws {@link ScimProblem} for what is refused at sight. */
    CompletionStage<T> begin(Operation operation, @Nullable String id, Intake.Request request) {
        Verb verb = Verb.find(operation.method());
        if (verb == null || verb.isOfOne() != (id != null)) {
            String known = id == null ? "POST" : "PUT, PATCH or DELETE";
            throw ScimProblem.methodNotAllowed("an operation on this path must be " + known);
        }
        return writing.begin(verb, id, operation::data, request);
    }

    Result done(Operation operation, T resource) {
        UUID id = writing.kind().id(resource);
        return switch (operation.method()) {
            case "POST" -> Result.done(operation, 201, id.toString(), writing.version(resource));
            case "DELETE" -> Result.done(operation, 204, id.toString(), null);
            default -> Result.done(operation, 200, id.toString(), writing.version(resource));
        };
    }
}
