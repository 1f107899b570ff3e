package dev.scimbridge.http.scim;

import dev.scimbridge.http.scim.bulk.Operation;
import dev.scimbridge.http.scim.bulk.Result;
import dev.scimbridge.http.scim.read.Kind;
import dev.scimbridge.http.scim.read.Reading;
import dev.scimbridge.provisioning.Intake;
import dev.scimbridge.provisioning.Writes;
import dev.scimbridge.scim.ScimProblem;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Where operations on one kind of resource go, read as single requests are. */
record Endpoint<T>(Kind<T> kind, Counter<T> counter, Writes<T> writes) {
    static <T> Endpoint<T> of(Reading<T> reading, Desk desk, Writes<T> writes) {
        return new Endpoint<>(reading.kind(), new Counter<>(desk, reading), writes);
    }

    /** Begins. Throws {@link ScimProblem} for what is refused at sight. */
    CompletionStage<T> begin(Operation operation, @Nullable String id, Intake.Request request) {
        if (id == null) {
            if (!operation.method().equals("POST")) {
                throw unknownMethod("POST");
            }
            return writes.create(counter.document(operation.data()), request);
        }
        return switch (operation.method()) {
            case "PUT" -> writes.replace(counter.id(id), counter.document(operation.data()), request);
            case "PATCH" -> writes.patch(counter.id(id), counter.patch(operation.data()), request);
            case "DELETE" -> writes.delete(counter.id(id), request);
            default -> throw unknownMethod("PUT, PATCH or DELETE");
        };
    }

    private static ScimProblem unknownMethod(String known) {
        return ScimProblem.methodNotAllowed("an operation on this path must be " + known);
    }

    Result done(Operation operation, T resource) {
        UUID id = kind.id(resource);
        return switch (operation.method()) {
            case "POST" -> Result.done(operation, 201, id.toString(), counter.version(resource));
            case "DELETE" -> Result.done(operation, 204, id.toString(), null);
            default -> Result.done(operation, 200, id.toString(), counter.version(resource));
        };
    }
}
