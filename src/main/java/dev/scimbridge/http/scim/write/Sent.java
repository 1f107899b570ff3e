package dev.scimbridge.http.scim.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.http.scim.read.Parameters;
import dev.scimbridge.http.scim.read.Site;
import dev.scimbridge.provisioning.Intake;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to be written, by whichever way it came.
 *
 * @param id as the client writes it; null where the verb is about the list
 * @param body reads it, or throws {@link dev.scimbridge.scim.ScimProblem}
 * @param parameters of its target
 * @param at where resources are, as the client reaches them
 */
public record Sent(
        Verb verb,
        @Nullable String id,
        Supplier<ObjectNode> body,
        Intake.Request request,
        Parameters parameters,
        Site at) {}
