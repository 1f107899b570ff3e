package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.types.AttributeDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The order {@code sortBy} and {@code sortOrder} ask for (RFC 7644, 3.4.2.3): text as {@code caseExact} says, dates by
 * time, several values by the primary or first one; without a value last, and first when descending. An attribute nobody
 * knows orders nothing.
 */
public final class Ordering {
    private static final Comparator<Document> NONE = Comparator.comparing(document -> 0);

    private Ordering() {}

    public static Comparator<Document> by(@Nullable String sortBy, @Nullable String sortOrder, ResourceSchema schema) {
        boolean descending = descending(sortOrder);
        if (sortBy == null || sortBy.isBlank()) {
            return NONE;
        }
        Place place;
        try {
            place = Place.of(Sdk.path(sortBy.strip()), schema);
        } catch (ScimProblem e) {
            throw ScimProblem.invalidValue("\"" + sortBy.strip() + "\" is no attribute to sort by.");
        }
        if (place == null || place.attribute() == null) {
            return NONE;
        }
        Comparator<Document> ascending = ascending(place, place.attribute());
        return descending ? ascending.reversed() : ascending;
    }

    private static boolean descending(@Nullable String sortOrder) {
        String said = sortOrder == null || sortOrder.isBlank()
                ? "ascending"
                : sortOrder.strip().toLowerCase(Locale.ROOT);
        if (said.equals("ascending") || said.equals("descending")) {
            return said.equals("descending");
        }
        throw ScimProblem.invalidValue("sortOrder is ascending or descending.");
    }

    private static Comparator<Document> ascending(Place place, Attribute attribute) {
        Attribute sub = place.sub() == null ? attribute.sub(Attribute.VALUE) : place.sub();
        Attribute compared = sub == null ? attribute : sub;
        String key = sub == null ? null : sub.name();
        List<String> keys = place.sub() == null
                ? place.keys()
                : place.keys().subList(0, place.keys().size() - 1);
        Comparator<String> values = compared.type() == AttributeDefinition.Type.DATETIME
                ? Moment::compare
                : (one, other) -> Comparison.compare(one, other, compared.caseExact());
        Comparator<@Nullable String> missingLast = Comparator.nullsLast(values);
        return (one, other) -> missingLast.compare(value(one, keys, key), value(other, keys, key));
    }

    private static @Nullable String value(Document document, List<String> keys, @Nullable String sub) {
        JsonNode at = document.node();
        for (String key : keys) {
            at = at.path(key);
        }
        at = at.isArray() ? primaryOrFirst(at) : at;
        at = sub == null ? at : at.path(sub);
        return at.isValueNode() && !at.isMissingNode() ? at.asText() : null;
    }

    private static JsonNode primaryOrFirst(JsonNode elements) {
        for (JsonNode each : elements) {
            if (each.path(Attribute.PRIMARY).asBoolean()) {
                return each;
            }
        }
        return elements.path(0);
    }
}
