package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.types.AttributeDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order {@code sortBy} and {@code sortOrder} ask for (RFC 7644, 3.4.2.3): text as {@code caseExact} says, dates by
 * time, several values by the primary or first one; without a value last, and first when descending. An attribute nobody
 * knows orders nothing.
 */
public final class Ordering {
    private static final int LONGEST_KEY = 256;

    private static final Ordering NONE =
            new Ordering(new Trail(List.of()), null, Comparator.comparing(key -> 0), false, false);

    private final Trail trail;
    private final @Nullable String sub;
    private final Comparator<@Nullable String> order;

    private final boolean descending;

    /** Whether it goes up by text whose case does not matter. */
    private final boolean isFolded;

    private Ordering(
            Trail trail,
            @Nullable String sub,
            Comparator<@Nullable String> ascending,
            boolean descending,
            boolean isFolded) {
        this.trail = trail;
        this.sub = sub;
        this.order = descending ? ascending.reversed() : ascending;
        this.descending = descending;
        this.isFolded = isFolded;
    }

    public static Ordering by(@Nullable String sortBy, @Nullable String sortOrder, ResourceSchema schema) {
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
        return place == null || place.attribute() == null ? NONE : of(place, place.attribute(), descending);
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

    private static Ordering of(Place place, Attribute attribute, boolean descending) {
        Attribute sub = place.sub() == null ? attribute.sub(Attribute.VALUE) : place.sub();
        Attribute compared = sub == null ? attribute : sub;
        List<String> keys = place.sub() == null
                ? place.keys()
                : place.keys().subList(0, place.keys().size() - 1);
        boolean isDate = compared.type() == AttributeDefinition.Type.DATETIME;
        Comparator<String> values =
                isDate ? Moment::compare : (one, other) -> Wording.compare(one, other, compared.caseExact());
        Comparator<@Nullable String> ascending = Comparator.nullsLast(values);
        boolean isFolded = !isDate && !compared.caseExact() && !descending;
        return new Ordering(new Trail(keys), sub == null ? null : sub.name(), ascending, descending, isFolded);
    }

    /**
     * What a resource is sorted by; null if it has nothing there. Of a longer text it is the beginning: cursors carry it
     * in addresses.
     */
    public @Nullable String key(Subject subject) {
        JsonNode at = isNone() ? null : subject.about(trail.names()).find(trail);
        at = at != null && at.isArray() ? primaryOrFirst(at) : at;
        at = at == null || sub == null ? at : at.path(sub);
        if (at == null || !at.isValueNode() || at.isMissingNode()) {
            return null;
        }
        String text = at.asText();
        return text.substring(0, Math.min(LONGEST_KEY, text.length()));
    }

    /** Which of two keys comes first, as a {@link Comparator} says it. */
    public int compare(@Nullable String oneKey, @Nullable String otherKey) {
        return order.compare(oneKey, otherKey);
    }

    /** A mark of where a key stands: if it is less than another's, the key comes before the other. */
    public long coarse(@Nullable String key) {
        return !isFolded ? 0 : key == null ? Long.MAX_VALUE : Comparison.coarse(key);
    }

    /** Whether it leaves everything where it is. */
    public boolean isNone() {
        return trail.length() == 0;
    }

    /** Whether it goes from the last to the first. */
    public boolean isDescending() {
        return descending;
    }

    /** Whether both look at the same, be it in the other direction. */
    public boolean isLike(Ordering other) {
        return trail.names().equals(other.trail.names()) && Objects.equals(sub, other.sub);
    }

    /** Whether the order looks at this attribute of the top level. */
    public boolean mentions(String attribute) {
        return !isNone() && trail.name(0).equals(attribute);
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
