package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.unboundid.scim2.common.messages.PatchOpType;
import dev.scimbridge.scim.ResourceSchema.Extension;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation, read: what to do, where, to which of the values, and the value said ({@code NullNode} when none is).
 * Its place is null when the schema knows nothing of that name.
 */
record PatchOperation(
        PatchOpType op, @Nullable Place place, @Nullable Criterion which, JsonNode value) {

    static PatchOperation of(JsonNode said, ResourceSchema schema) {
        if (!said.isObject()) {
            throw ScimProblem.invalidSyntax("An operation must be an object.");
        }
        PatchOpType op = op(Patch.find(said, "op"));
        Place place = place(Patch.find(said, "path"), schema);
        JsonNode value = Patch.find(said, Attribute.VALUE);
        if (place != null && place.resource() && op == PatchOpType.REMOVE) {
            throw ScimProblem.noTarget("A remove needs a path.");
        }
        if (value == null && op != PatchOpType.REMOVE) {
            throw ScimProblem.invalidValue("An " + op + " operation needs a value.");
        }
        return new PatchOperation(op, place, which(place, schema), value == null ? NullNode.getInstance() : value);
    }

    private static PatchOpType op(@Nullable JsonNode said) {
        String name = said == null ? "" : said.asText();
        for (PatchOpType each : PatchOpType.values()) {
            if (each.name().equalsIgnoreCase(name)) {
                return each;
            }
        }
        throw ScimProblem.invalidSyntax("op must be add, replace or remove, and not \"" + name + "\".");
    }

    private static @Nullable Place place(@Nullable JsonNode said, ResourceSchema schema) {
        if (said == null || ValueReader.unassigned(said)) {
            return Place.RESOURCE;
        }
        if (!said.isTextual()) {
            throw ScimProblem.invalidPath("A path must be a string.");
        }
        return Place.of(Sdk.path(said.textValue()), schema);
    }

    private static @Nullable Criterion which(@Nullable Place place, ResourceSchema schema) {
        return place == null || place.attribute() == null || place.filter() == null
                ? null
                : Criterion.of(place.filter(), place.attribute(), schema);
    }

    /** The top-level names this operation speaks of. */
    Set<String> names(ResourceSchema schema) {
        Set<String> names = new HashSet<>();
        if (place != null) {
            Attribute attribute = place.attribute();
            Extension extension = place.extension();
            if (attribute != null) {
                name(attribute, names);
            } else {
                collect(extension, value, schema, names);
            }
        }
        return names;
    }

    private static void collect(@Nullable Extension in, JsonNode said, ResourceSchema schema, Set<String> names) {
        if (in != null) {
            names.add(fold(in.urn()));
        }
        said.properties().forEach(field -> {
            String key = field.getKey();
            Extension extension = in == null ? schema.extension(key) : null;
            Attribute attribute = schema.attributeIn(in, key);
            if (extension != null) {
                collect(extension, field.getValue(), schema, names);
            } else if (in == null && key.equalsIgnoreCase(schema.urn())) {
                collect(null, field.getValue(), schema, names);
            } else if (attribute != null) {
                name(attribute, names);
            }
        });
    }

    private static void name(Attribute attribute, Set<String> names) {
        names.add(fold(attribute.label()));
        String urn = attribute.urn();
        if (urn != null) {
            names.add(fold(urn));
        }
    }

    /** The form in which {@link #names} gives an attribute that is asked for by any of its names. */
    static String topName(String asked, ResourceSchema schema) {
        Attribute attribute = schema.extension(asked) == null ? schema.attribute(asked) : null;
        return fold(attribute == null ? asked : attribute.label());
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
