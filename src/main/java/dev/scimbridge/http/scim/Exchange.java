package dev.scimbridge.http.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.http.scim.read.Asked;
import dev.scimbridge.http.scim.read.EntityTags;
import dev.scimbridge.http.scim.read.Parameters;
import dev.scimbridge.http.scim.read.Search;
import dev.scimbridge.http.scim.read.Site;
import dev.scimbridge.http.scim.write.Body;
import dev.scimbridge.http.scim.write.Sent;
import dev.scimbridge.http.scim.write.Verb;
import dev.scimbridge.provisioning.Intake;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.scim.SearchRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request: its body, its parameters, who sent it, and where its answers are. */
final class Exchange {
    private static final int LONGEST_NAME = 200;

    private final ContainerRequestContext context;
    private final Parameters parameters;

    Exchange(ContainerRequestContext context) {
        this.context = context;
        this.parameters = new Parameters(context.getUriInfo().getQueryParameters());
    }

    /** The body as one JSON object. */
    ObjectNode body(InputStream stream) {
        MediaType type = context.getMediaType();
        boolean json = type == null
                || type.getSubtype().equals("json")
                || type.getSubtype().equals("scim+json");
        if (!json || (type != null && !type.getType().equals("application"))) {
            throw ScimProblem.unsupportedMediaType("send application/scim+json or application/json");
        }
        return Body.json(stream);
    }

    Intake.Request request() {
        Intake.IfMatch condition = EntityTags.condition(context.getHeaderString(HttpHeaders.IF_MATCH));
        return new Intake.Request(connection(), client(), condition, true);
    }

    private String connection() {
        return (String) Objects.requireNonNull(context.getProperty(Bearer.CONNECTION));
    }

    /** What is to be written. */
    Sent sent(Verb verb, @Nullable String id, InputStream body) {
        return new Sent(verb, id, () -> body(body), request(), parameters, locations());
    }

    /** What a GET asks. */
    Asked asked() {
        return new Asked(parameters, connection(), locations(), context.getHeaderString(HttpHeaders.IF_NONE_MATCH));
    }

    /** What a body asks of a list (RFC 7644 3.4.3); the parameters then do not count. */
    Search search(InputStream stream) {
        return new Search(SearchRequest.of(body(stream)), connection(), locations());
    }

    Projection projection(ResourceSchema schema) {
        return parameters.projection(schema);
    }

    /** Where resources are, as this client reaches them. */
    Site locations() {
        return new Site(context.getUriInfo().getBaseUri().toString());
    }

    private @Nullable String client() {
        return client(context.getHeaderString(HttpHeaders.USER_AGENT));
    }

    /** What a client calls itself, by its header; null if nothing. */
    static @Nullable String client(@Nullable String agent) {
        return agent == null || agent.isBlank() ? null : agent.substring(0, Math.min(LONGEST_NAME, agent.length()));
    }
}
