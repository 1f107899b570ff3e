package dev.scimbridge.http.scim.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.http.scim.dialect.Dialect;
import dev.scimbridge.http.scim.read.Answer;
import dev.scimbridge.http.scim.read.Kind;
import dev.scimbridge.http.scim.read.Reading;
import dev.scimbridge.provisioning.Intake;
import dev.scimbridge.provisioning.Writes;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Patch;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ScimProblem;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes the writes of one kind of resource in, and makes the answers to them. */
public final class Writing<T> {
    private final Reading<T> reading;
    private final Kind<T> kind;
    private final Writes<T> writes;
    private final Executor answers;

    Writing(Reading<T> reading, Writes<T> writes, Executor answers) {
        this.reading = reading;
        this.kind = reading.kind();
        this.writes = writes;
        this.answers = answers;
    }

    public Kind<T> kind() {
        return kind;
    }

    /**
     * The answer, once it can be given. Throws {@link ScimProblem} for what is refused at sight, or fails with it or with
     * {@link dev.scimbridge.provisioning.Unwritten}.
     */
    public CompletionStage<Answer> answer(Sent sent) {
        var unused = reading.snapshot();
        Projection projection = sent.parameters().projection(kind.schema());
        return begin(sent.verb(), sent.id(), sent.body(), sent.request())
                // The store's thread has better things to do than to make answers.
                .thenApplyAsync(resource -> done(sent, projection, resource), answers);
    }

    /** Begins. Completes with the resource as it then is, or was; throws and fails like {@link #answer}. */
    public CompletionStage<T> begin(Verb verb, @Nullable String id, Supplier<ObjectNode> body, Intake.Request request) {
        if (verb == Verb.POST) {
            return writes.create(document(body.get()), request);
        }
        String named = id == null ? "" : id;
        return switch (verb) {
            case PUT -> {
                Document document = document(body.get());
                yield writes.replace(id(named), document, request);
            }
            case PATCH -> {
                Patch patch = Patch.of(Dialect.patch(body.get(), kind.schema()), kind.schema());
                yield writes.patch(id(named), patch, request);
            }
            default -> writes.delete(id(named), request);
        };
    }

    private UUID id(String text) {
        return reading.id(text);
    }

    private Document document(ObjectNode body) {
        Document document = Document.of(Dialect.resource(body), kind.schema());
        kind.schema().requireComplete(document);
        return document;
    }

    /** The version of a resource as it now is. */
    public String version(T resource) {
        return kind.version(reading.snapshot(), resource);
    }

    private Answer done(Sent sent, Projection projection, T resource) {
        return switch (sent.verb()) {
            case POST ->
                reading.shown(201, resource, sent.at(), projection)
                        .located(sent.at().of(kind.endpoint(), kind.id(resource).toString()));
            case DELETE -> Answer.empty(204);
            case PATCH -> patched(sent, projection, resource);
            default -> reading.shown(200, resource, sent.at(), projection);
        };
    }

    /** One value more in a large resource is to cost the same as in a small one: RFC 7644 3.5.2 allows both answers. */
    private Answer patched(Sent sent, Projection projection, T resource) {
        boolean isBrief = !sent.parameters().projects() && kind.isLarge(reading.snapshot(), resource);
        return isBrief
                ? Answer.empty(204).tagged(version(resource))
                : reading.shown(200, resource, sent.at(), projection);
    }
}
