package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the names in a filter mean: attributes of a resource, or sub-attributes of a value inside brackets. */
@FunctionalInterface
interface Scope {
    /** Null when nothing has this name. */
    @Nullable
    Found find(Path path);

    static Scope of(ResourceSchema schema) {
        return path -> {
            Place place = Place.of(path, schema);
            Attribute attribute = place == null ? null : place.attribute();
            if (place == null || attribute == null) {
                return null;
            }
            Attribute sub = place.sub();
            return new Found(place.keys(), sub == null ? attribute : sub, schema);
        };
    }

    static Scope of(Attribute complex, ResourceSchema schema) {
        return path -> {
            Attribute sub = path.size() == 1 ? complex.sub(path.getElement(0).getAttribute()) : null;
            return sub == null ? null : new Found(List.of(sub.name()), sub, schema);
        };
    }

    /** An attribute and the way to it from where the filter looks. */
    record Found(List<String> keys, Attribute attribute, ResourceSchema schema) {
        /** RFC 7643, 2.4: a complex value is compared by its {@code value}. */
        Found comparable() {
            Attribute value = attribute.sub(Attribute.VALUE);
            if (!attribute.complex() || value == null) {
                return this;
            }
            List<String> longer = new ArrayList<>(keys);
            longer.add(value.name());
            return new Found(longer, value, schema);
        }

        /** The name an index goes by: {@code username}, {@code emails.value}, {@code urn:…:user:manager.value}. */
        String name() {
            boolean extension = keys.get(0).startsWith("urn:");
            String rest = String.join(".", extension ? keys.subList(1, keys.size()) : keys);
            return (extension ? keys.get(0) + ":" + rest : rest).toLowerCase(Locale.ROOT);
        }

        /** Whether any value there, lists on the way walked into, passes the test. */
        boolean any(JsonNode from, Predicate<JsonNode> test) {
            if (attribute.name().equals(ResourceSchema.SCHEMAS)) {
                return any(schema.schemasOf((ObjectNode) from), 1, test);
            }
            return any(from, 0, test);
        }

        private boolean any(JsonNode from, int depth, Predicate<JsonNode> test) {
            if (from.isArray()) {
                for (int i = 0; i < from.size(); i++) {
                    if (any(from.get(i), depth, test)) {
                        return true;
                    }
                }
                return false;
            }
            if (depth == keys.size()) {
                return test.test(from);
            }
            JsonNode next = from.get(keys.get(depth));
            return next != null && any(next, depth + 1, test);
        }
    }
}
