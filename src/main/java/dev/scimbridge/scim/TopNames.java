package dev.scimbridge.scim;

import com.unboundid.scim2.common.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Attributes at the top of a resource, asked for by any name they have, in any case: {@code active}, {@code roles},
 * {@code urn:…:User:department}, {@code department}. An extension's URN asks for any of its attributes.
 */
final class TopNames {
    private final ResourceSchema schema;
    private final Set<String> names = new HashSet<>();

    TopNames(ResourceSchema schema) {
        this.schema = schema;
    }

    void add(Attribute attribute) {
        names.add(Attribute.fold(attribute.label()));
        String urn = attribute.urn();
        if (urn != null) {
            names.add(Attribute.fold(urn));
        }
    }

    /** Adds the attribute a path begins with, if there is one. */
    void add(Path path) {
        Place place = Place.of(path, schema);
        if (place != null && place.attribute() != null) {
            add(place.attribute());
        }
    }

    boolean contains(String asked) {
        Attribute attribute = schema.extension(asked) == null ? schema.attribute(asked) : null;
        return names.contains(Attribute.fold(attribute == null ? asked : attribute.label()));
    }
}
