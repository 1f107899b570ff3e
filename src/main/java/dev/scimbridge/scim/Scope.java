package dev.scimbridge.scim;

import com.unboundid.scim2.common.Path;
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
    /** No names: a value itself. */
    Trail HERE = new Trail(List.of());

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
                    new Trail(place.keys()),
                    sub == null ? attribute : sub,
                    schemas ? schemas(schema) : Scope::anyOfSubject);
        };
    }

    static Scope<Value> of(Attribute complex, ResourceSchema schema) {
        return path -> {
            Attribute sub = path.size() == 1 ? complex.sub(path.getElement(0).getAttribute()) : null;
            return sub == null ? null : new Found<>(new Trail(List.of(sub.name())), sub, Value::any);
        };
    }

    private static boolean anyOfSubject(Subject from, Trail trail, Predicate<Value> test) {
        return from.about(trail.names()).any(trail, test);
    }

    private static Way<Subject> schemas(ResourceSchema schema) {
        return (from, trail, test) ->
                new Value.Made(schema.schemasOf(from.about(trail.names()).node())).any(HERE, test);
    }

    /** How values are come by. */
    @FunctionalInterface
    interface Way<T> {
        /** Whether any value behind these names, lists on the way walked into, passes the test. */
        boolean any(T from, Trail trail, Predicate<Value> test);
    }

    /** An attribute and the way to it from where the filter looks. */
    record Found<T>(Trail trail, Attribute attribute, Way<T> way) {
        /** RFC 7643, 2.4: a complex value is compared by its {@code value}. */
        Found<T> comparable() {
            Attribute value = attribute.sub(Attribute.VALUE);
            if (!attribute.complex() || value == null) {
                return this;
            }
            List<String> longer = new ArrayList<>(trail.names());
            longer.add(value.name());
            return new Found<>(new Trail(longer), value, way);
        }

        /** The name an index goes by: {@code username}, {@code emails.value}, {@code urn:…:user:manager.value}. */
        String name() {
            List<String> keys = trail.names();
            boolean extension = keys.get(0).startsWith("urn:");
            String rest = String.join(".", extension ? keys.subList(1, keys.size()) : keys);
            return (extension ? keys.get(0) + ":" + rest : rest).toLowerCase(Locale.ROOT);
        }

        boolean any(T from, Predicate<Value> test) {
            return way.any(from, trail, test);
        }
    }
}
