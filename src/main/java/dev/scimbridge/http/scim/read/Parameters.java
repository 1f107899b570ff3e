package dev.scimbridge.http.scim.read;

import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.SearchRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glassfish.jersey.uri.UriComponent;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query (RFC 7644 3.4.2 and 3.9). Those nobody knows do not count.
 *
 * @param said by name, in the order in which they were said
 */
public record Parameters(Map<String, List<String>> said) {
    private static final Parameters NONE = new Parameters(Map.of());
    private static final String ATTRIBUTES = "attributes";
    private static final String EXCLUDED = "excludedAttributes";
    private static final Set<String> LISTS = Set.of(ATTRIBUTES, EXCLUDED);

    /** As they stand in a target, decoded as JAX-RS does it; null for no query. */
    public static Parameters of(@Nullable String query) {
        return query == null ? NONE : new Parameters(UriComponent.decodeQuery(query, true));
    }

    /** What they ask of a list. */
    public SearchRequest search() {
        return SearchRequest.of(this::find);
    }

    /** Whether the client asks for some of the attributes only. */
    public boolean projects() {
        return said.containsKey(ATTRIBUTES) || said.containsKey(EXCLUDED);
    }

    public Projection projection(ResourceSchema schema) {
        return Projection.of(find(ATTRIBUTES), find(EXCLUDED), schema);
    }

    /** Said several times, lists are one list; of anything else the first counts. */
    private @Nullable String find(String name) {
        List<String> values = said.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        return LISTS.contains(name) ? String.join(",", values) : values.get(0);
    }
}
