package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.Criterion.Equality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of a multi-valued attribute while they change, in order and found by {@code value} in one step. At most
 * one is primary: the one last said to be (RFC 7644, 3.5.2).
 */
final class Elements {
    private static final int NONE = -1;

    private final Attribute attribute;
    private final Map<Integer, JsonNode> entries = new LinkedHashMap<>();
    private final Map<Object, Set<Integer>> byValue = new HashMap<>();
    private int next;
    private int primary = NONE;
    private boolean changed;

    Elements(Attribute attribute, @Nullable JsonNode stored) {
        this.attribute = attribute;
        if (stored != null) {
            stored.forEach(this::append);
        }
        changed = false;
    }

    boolean changed() {
        return changed;
    }

    /** A label whose value never came is none in the end. */
    @Nullable
    ArrayNode toNode() {
        ArrayNode node = JsonNodeFactory.instance.arrayNode(entries.size());
        for (JsonNode each : entries.values()) {
            if (!ValueReader.labelsNothing(each)) {
                node.add(each);
            }
        }
        return node.isEmpty() ? null : node;
    }

    void clear() {
        changed |= !entries.isEmpty();
        entries.clear();
        byValue.clear();
        primary = NONE;
    }

    /** Adds a value. One that is there already stays as it is, but learns what it did not know. */
    void add(JsonNode element) {
        Integer present = find(element);
        if (present == null) {
            append(element);
        } else if (attribute.sub(Attribute.PRIMARY) != null && element instanceof ObjectNode said) {
            put(present, merged(at(present), said));
        }
    }

    private ObjectNode merged(JsonNode present, ObjectNode said) {
        ObjectNode merged = (ObjectNode) present;
        for (Attribute sub : attribute.subs()) {
            JsonNode value = said.get(sub.name());
            merged = value == null ? merged : attribute.with(merged, sub, value);
        }
        return merged;
    }

    /** Takes away each value that is the same as this one. */
    void remove(JsonNode element) {
        for (Integer each : List.copyOf(byValue.getOrDefault(key(element), Set.of()))) {
            if (sameType(at(each), element)) {
                put(each, null);
            }
        }
    }

    /** Which values fulfil a condition, or all. */
    List<Integer> matching(@Nullable Condition condition) {
        List<Integer> matching = new ArrayList<>();
        for (Integer each : candidates(condition)) {
            if (condition == null || condition.matches(at(each))) {
                matching.add(each);
            }
        }
        return matching;
    }

    private Iterable<Integer> candidates(@Nullable Condition condition) {
        for (Equality each : condition == null ? List.<Equality>of() : condition.equalities()) {
            if (each.attribute().equals(Attribute.VALUE)) {
                return byValue.getOrDefault(folded(each.value()), Set.of());
            }
        }
        return entries.keySet();
    }

    JsonNode at(Integer place) {
        JsonNode element = entries.get(place);
        return element == null ? JsonNodeFactory.instance.missingNode() : element;
    }

    /** Puts another value in the place of one; null or nothing left takes it away. */
    void put(Integer place, @Nullable JsonNode element) {
        JsonNode before = at(place);
        if (before.equals(element)) {
            return;
        }
        changed = true;
        forget(place, before);
        if (element == null || ValueReader.unassigned(element)) {
            entries.remove(place);
            return;
        }
        entries.put(place, element);
        index(place, element);
    }

    void append(JsonNode element) {
        changed = true;
        Integer place = next++;
        entries.put(place, element);
        index(place, element);
    }

    private void forget(Integer place, JsonNode element) {
        Object key = key(element);
        Set<Integer> places = byValue.getOrDefault(key, Set.of());
        if (places.size() > 1) {
            places.remove(place);
        } else {
            byValue.remove(key);
        }
        primary = primary == place ? NONE : primary;
    }

    private void index(Integer place, JsonNode element) {
        byValue.computeIfAbsent(key(element), absent -> new LinkedHashSet<>(2)).add(place);
        if (element.path(Attribute.PRIMARY).asBoolean() && !ValueReader.labelsNothing(element)) {
            Attribute flag = attribute.sub(Attribute.PRIMARY);
            if (primary != NONE && flag != null) {
                entries.put(primary, attribute.with((ObjectNode) at(primary), flag, BooleanNode.FALSE));
            }
            primary = place;
        }
    }

    private @Nullable Integer find(JsonNode element) {
        for (Integer each : byValue.getOrDefault(key(element), Set.of())) {
            if (sameType(at(each), element)) {
                return each;
            }
        }
        return null;
    }

    /** The same address at work and at home are two; a role said without a type is the one there is. */
    private static boolean sameType(JsonNode one, JsonNode other) {
        String a = one.path(Attribute.TYPE).asText();
        String b = other.path(Attribute.TYPE).asText();
        return a.isEmpty() || b.isEmpty() || a.equalsIgnoreCase(b);
    }

    /** A value is known by its {@code value}; one that has none, such as an address, by all it says. */
    private Object key(JsonNode element) {
        JsonNode value = element.isObject() ? element.get(Attribute.VALUE) : element;
        return value == null ? element : folded(value.asText());
    }

    private String folded(String value) {
        Attribute sub = attribute.sub(Attribute.VALUE);
        boolean exact = sub == null ? attribute.caseExact() : sub.caseExact();
        return exact ? value : Folded.of(value);
    }
}
