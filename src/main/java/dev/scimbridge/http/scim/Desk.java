package dev.scimbridge.http.scim;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.http.scim.read.Cursors;
import dev.scimbridge.provisioning.GroupIntake;
import dev.scimbridge.provisioning.Intake;
import dev.scimbridge.provisioning.Operations;
import dev.scimbridge.scim.ScimProblem;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What the resources work with.
 *
 * @param answers writes answers that had to wait
 */
public record Desk(
        Intake intake,
        GroupIntake groups,
        Directory directory,
        AccountTypeRules types,
        Cursors cursors,
        Operations operations,
        Executor answers) {
    private static final Duration AGAIN = Duration.ofSeconds(10);

    /** Before the first believed listing "nobody" would be a guess, and a test of dead credentials would look green. */
    Snapshot open() {
        if (!directory.isOpen()) {
            throw ScimProblem.unavailable("the bridge does not know the workspace yet: " + operations.whyNotReady())
                    .after(AGAIN);
        }
        return directory.snapshot();
    }

    /** The store's thread has better things to do than to write to clients. */
    <T> void answer(AsyncResponse response, CompletionStage<T> work, Function<T, Response> reply) {
        var unused = work.thenApplyAsync(reply, answers)
                .exceptionally(failure -> Replies.problem(Problems.problem(failure)))
                .thenAccept(response::resume);
    }
}
