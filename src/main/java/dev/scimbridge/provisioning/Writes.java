package dev.scimbridge.provisioning;

import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Patch;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Takes the writes of one kind of resource in; each completes with the resource as it then is. */
public interface Writes<T> {
    /** POST: something new, or somebody who comes back. */
    CompletionStage<T> create(Document sent, Intake.Request request);

    /** PUT. */
    CompletionStage<T> replace(UUID id, Document sent, Intake.Request request);

    /** PATCH. */
    CompletionStage<T> patch(UUID id, Patch patch, Intake.Request request);

    /** DELETE. */
    CompletionStage<T> delete(UUID id, Intake.Request request);
}
