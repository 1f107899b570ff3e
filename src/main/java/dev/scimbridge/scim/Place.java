package dev.scimbridge.scim;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.filters.Filter;
import dev.scimbridge.scim.ResourceSchema.Extension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a parsed path points: an attribute (perhaps only those of its values that a filter selects, perhaps a
 * sub-attribute of it), a whole extension, or, with neither, the resource itself.
 */
record Place(
        @Nullable Extension extension,
        @Nullable Attribute attribute,
        @Nullable Filter filter,
        @Nullable Attribute sub) {

    static final Place RESOURCE = new Place(null, null, null, null);

    /** The place, or null when the schema does not know it; 400 {@code invalidPath} when no schema could. */
    static @Nullable Place of(Path path, ResourceSchema schema) {
        requireWellFormed(path);
        String urn = path.getSchemaUrn();
        Place whole = whole(path, schema);
        if (whole != null || path.size() == 0) {
            return whole;
        }
        Path.Element first = path.getElement(0);
        Attribute attribute = schema.attribute(urn, first.getAttribute());
        if (attribute == null) {
            return null;
        }
        if (first.getValueFilter() != null && !(attribute.multiValued() && attribute.complex())) {
            throw ScimProblem.invalidPath(attribute.label() + " has no values to choose from.");
        }
        if (path.size() == 1) {
            return new Place(null, attribute, first.getValueFilter(), null);
        }
        Attribute sub = attribute.sub(path.getElement(1).getAttribute());
        return sub == null ? null : new Place(null, attribute, first.getValueFilter(), sub);
    }

    /** A bare schema URN: the SDK takes its last part for an attribute, unless a colon follows it. */
    private static @Nullable Place whole(Path path, ResourceSchema schema) {
        String urn = path.getSchemaUrn();
        if (urn == null || path.size() > 1) {
            return null;
        }
        String full = path.size() == 0 ? urn : urn + ":" + path.getElement(0).getAttribute();
        Extension extension = schema.extension(full);
        if (extension != null) {
            return new Place(extension, null, null, null);
        }
        return full.equalsIgnoreCase(schema.urn()) ? RESOURCE : null;
    }

    private static void requireWellFormed(Path path) {
        for (int i = 0; i < path.size(); i++) {
            Path.Element each = path.getElement(i);
            boolean filtered = each.getValueFilter() != null;
            if (i > 1 || each.getAttribute().isEmpty() || (filtered && i > 0)) {
                throw ScimProblem.invalidPath("No attribute is that deep: " + path);
            }
        }
    }

    /** Whether this is the resource itself, as when no path is said. */
    boolean resource() {
        return attribute == null && extension == null;
    }

    boolean readOnly() {
        if (attribute == null) {
            return extension != null && extension.readOnly();
        }
        return attribute.readOnly() || (sub != null && sub.readOnly());
    }

    /** The names to walk from the top of a document. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (extension != null) {
            keys.add(extension.urn());
        }
        if (attribute != null && attribute.urn() != null) {
            keys.add(attribute.urn());
        }
        if (attribute != null) {
            keys.add(attribute.name());
        }
        if (sub != null) {
            keys.add(sub.name());
        }
        return keys;
    }
}
