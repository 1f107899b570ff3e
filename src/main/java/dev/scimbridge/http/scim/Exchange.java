package dev.scimbridge.http.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.provisioning.Intake;
import dev.scimbridge.scim.Json;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.scim.SearchRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request: its body, its parameters, who sent it, and where its answers are. */
final class Exchange {
    static final int LARGEST_BODY = 1 << 20;
    private static final int LONGEST_NAME = 200;
    private static final String ATTRIBUTES = "attributes";
    private static final String EXCLUDED = "excludedAttributes";
    private static final Set<String> LISTS = Set.of(ATTRIBUTES, EXCLUDED);

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
        Intake.IfMatch condition = EntityTags.condition(context.getHeaderString(HttpHeaders.IF_MATCH));
        return new Intake.Request(connection(), client(), condition, true);
    }

    private String connection() {
        return (String) Objects.requireNonNull(context.getProperty(Bearer.CONNECTION));
    }

    /** What the parameters ask of a list. Those nobody knows do not count (RFC 7644 3.4.2). */
    Search search() {
        return search(SearchRequest.of(this::parameter));
    }

    /** The same said in a body (RFC 7644 3.4.3); the parameters then do not count. */
    Search search(InputStream stream) {
        return search(SearchRequest.of(body(stream)));
    }

    private Search search(SearchRequest said) {
        return new Search(said, connection(), locations());
    }

    /** Whether the client asks for some of the attributes only. */
    boolean projects() {
        return parameters.containsKey(ATTRIBUTES) || parameters.containsKey(EXCLUDED);
    }

    @Nullable
    String header(String name) {
        return context.getHeaderString(name);
    }

    Projection projection(ResourceSchema schema) {
        return Projection.of(parameter(ATTRIBUTES), parameter(EXCLUDED), schema);
    }

    /** Said several times, lists are one list; of anything else the first counts. */
    private @Nullable String parameter(String name) {
        List<String> said = parameters.get(name);
        if (said == null || said.isEmpty()) {
            return null;
        }
        return LISTS.contains(name) ? String.join(",", said) : said.get(0);
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
