package dev.scimbridge.http.scim;

import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.User;
import dev.scimbridge.http.scim.bulk.Hand;
import dev.scimbridge.http.scim.bulk.Operation;
import dev.scimbridge.http.scim.bulk.Result;
import dev.scimbridge.http.scim.bulk.Target;
import dev.scimbridge.http.scim.read.EntityTags;
import dev.scimbridge.provisioning.Intake;
import dev.scimbridge.scim.ScimProblem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Takes the operations of one bulk request in, each as a write of its own.
 *
 * @param sender who sent them
 * @param answers works out results, so that the store's thread need not
 */
record BulkHand(Endpoint<User> users, Endpoint<Group> groups, Intake.Request sender, Executor answers) implements Hand {
    @Override
    public CompletionStage<Result> carryOut(Operation operation) {
        Target target = Target.find(operation.path());
        if (target == null) {
            ScimProblem nowhere =
                    ScimProblem.invalidPath("path must be /Users or /Groups, with an id unless it is for a POST");
            return CompletableFuture.completedStage(Result.refused(operation, nowhere));
        }
        Endpoint<?> endpoint = target.endpoint().equals(users.name()) ? users : groups;
        return carryOut(endpoint, operation, target.id());
    }

    private <T> CompletionStage<Result> carryOut(Endpoint<T> endpoint, Operation operation, @Nullable String id) {
        CompletionStage<T> write;
        try {
            write = endpoint.begin(operation, id, request(operation.version()));
        } catch (RuntimeException e) {
            write = CompletableFuture.failedStage(e);
        }
        return write.thenApplyAsync(resource -> endpoint.done(operation, resource), answers)
                .exceptionally(failure -> Result.refused(operation, Problems.problem(failure)));
    }

    /** It never waits for what it means in the workspace: a thousand such waits would be an hour. */
    private Intake.Request request(@Nullable String version) {
        return new Intake.Request(sender.connection(), sender.client(), EntityTags.condition(version), false);
    }
}
