package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.Path;
import dev.scimbridge.scim.Content.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a filter mean: attributes of a resource, or sub-attributes of a value inside brackets.
 *
 * @param <T> what they are looked for in
 */
@FunctionalInterface
interface Scope<T> {
    /** Null when nothing has this name. */
    @Nullable
    Found<T> find(Path path);

    static Scope<Subject> of(ResourceSchema schema) {
        return path -> {
            Place place = Place.of(path, schema);
            Attribute attribute = place == null ? null : place.attribute();
            if (place == null || attribute == null) {
                return null;
            }
            Attribute sub = place.sub();
            boolean schemas = attribute.name().equals(ResourceSchema.SCHEMAS);
            return new Found<>(
                    place.keys(), sub == null ? attribute : sub, schemas ? schemas(schema) : Scope::anyOfSubject);
        };
    }

    static Scope<JsonNode> of(Attribute complex, ResourceSchema schema) {
        return path -> {
            Attribute sub = path.size() == 1 ? complex.sub(path.getElement(0).getAttribute()) : null;
            return sub == null
                    ? null
                    : new Found<>(List.of(sub.name()), sub, (from, keys, test) -> Nodes.any(from, keys, 0, test));
        };
    }

    private static boolean anyOfSubject(Subject from, List<String> keys, Predicate<JsonNode> test) {
        return from.about(keys).any(keys, test);
    }

    private static Way<Subject> schemas(ResourceSchema schema) {
        return (from, keys, test) -> Nodes.any(schema.schemasOf(from.about(keys).node()), keys, keys.size(), test);
    }

    /** How values are come by. */
    @FunctionalInterface
    interface Way<T> {
        /** Whether any value behind these names, lists on the way walked into, passes the test. */
        boolean any(T from, List<String> keys, Predicate<JsonNode> test);
    }

    /** An attribute and the way to it from where the filter looks. */
    record Found<T>(List<String> keys, Attribute attribute, Way<T> way) {
        /** RFC 7643, 2.4: a complex value is compared by its {@code value}. */
        Found<T> comparable() {
            Attribute value = attribute.sub(Attribute.VALUE);
            if (!attribute.complex() || value == null) {
                return this;
            }
            List<String> longer = new ArrayList<>(keys);
            longer.add(value.name());
            return new Found<>(longer, value, way);
        }

        /** The name an index goes by: {@code username}, {@code emails.value}, {@code urn:…:user:manager.value}. */
        String name() {
            boolean extension = keys.get(0).startsWith("urn:");
            String rest = String.join(".", extension ? keys.subList(1, keys.size()) : keys);
            return (extension ? keys.get(0) + ":" + rest : rest).toLowerCase(Locale.ROOT);
        }

        boolean any(T from, Predicate<JsonNode> test) {
            return way.any(from, keys, test);
        }
    }
}
