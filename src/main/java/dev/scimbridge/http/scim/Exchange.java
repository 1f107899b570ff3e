package dev.scimbridge.http.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Query;
import dev.scimbridge.http.scim.dialect.Dialect;
import dev.scimbridge.provisioning.Intake;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Json;
import dev.scimbridge.scim.Ordering;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.ScimProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request: its body, its parameters, who sent it, and where its answers are. */
final class Exchange {
    static final int LARGEST_BODY = 1 << 20;
    static final int LARGEST_PAGE = 1000;
    private static final int PAGE = 100;
    private static final int LONGEST_NAME = 200;

    private final ContainerRequestContext context;
    private final MultivaluedMap<String, String> parameters;

    Exchange(ContainerRequestContext context) {
        this.context = context;
        this.parameters = context.getUriInfo().getQueryParameters();
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
        try {
            byte[] bytes = stream.readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                throw ScimProblem.tooLarge("a body may have at most " + LARGEST_BODY + " bytes");
            }
            return Json.read(bytes, LARGEST_BODY);
        } catch (IOException e) {
            throw ScimProblem.invalidSyntax("the body did not arrive whole");
        }
    }

    Intake.Request request() {
        String connection = (String) Objects.requireNonNull(context.getProperty(Bearer.CONNECTION));
        Intake.IfMatch condition = EntityTags.condition(context.getHeaderString(HttpHeaders.IF_MATCH));
        return new Intake.Request(connection, client(), condition, true);
    }

    Query query(ResourceSchema schema) {
        String filter = parameters.getFirst("filter");
        String sortBy = parameters.getFirst("sortBy");
        return Query.page(
                filter == null ? null : Criterion.parse(Dialect.filter(filter), schema),
                sortBy == null ? null : Ordering.by(sortBy, parameters.getFirst("sortOrder"), schema),
                Math.max(1, number("startIndex", 1)),
                Math.min(LARGEST_PAGE, Math.max(0, number("count", PAGE))));
    }

    /** Whether the client asks for some of the attributes only. */
    boolean projects() {
        return parameters.containsKey("attributes") || parameters.containsKey("excludedAttributes");
    }

    @Nullable
    String header(String name) {
        return context.getHeaderString(name);
    }

    Projection projection(ResourceSchema schema) {
        return Projection.of(parameters.getFirst("attributes"), parameters.getFirst("excludedAttributes"), schema);
    }

    private int number(String name, int otherwise) {
        String text = parameters.getFirst(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text.strip());
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
        } catch (NumberFormatException e) {
            throw ScimProblem.invalidValue(name + " must be a whole number");
        }
    }

    /** Where resources are, as this client reaches them. */
    Locations locations() {
        String base = context.getUriInfo().getBaseUri().toString();
        return (endpoint, id) -> base + endpoint + "/" + id;
    }

    private @Nullable String client() {
        String agent = context.getHeaderString(HttpHeaders.USER_AGENT);
        return agent == null || agent.isBlank() ? null : agent.substring(0, Math.min(LONGEST_NAME, agent.length()));
    }
}
