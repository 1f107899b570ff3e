package dev.scimbridge.http.scim;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.provisioning.GroupIntake;
import dev.scimbridge.provisioning.Intake;
import dev.scimbridge.provisioning.Operations;
import dev.scimbridge.scim.ScimProblem;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * What the resources work with.
 *
 * @param answers writes answers that had to wait
 */
public record Desk(Intake intake, GroupIntake groups, Directory directory, Operations operations, Executor answers) {
    private static final Duration AGAIN = Duration.ofSeconds(10);

    /** Before the first believed listing "nobody" would be a guess, and a test of dead credentials would look green. */
    void open() {
        if (!directory.isOpen()) {
            throw ScimProblem.unavailable("the bridge does not know the workspace yet: " + operations.whyNotReady())
                    .after(AGAIN);
        }
    }
}
