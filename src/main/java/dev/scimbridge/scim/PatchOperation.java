package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.unboundid.scim2.common.messages.PatchOpType;
import dev.scimbridge.scim.ResourceSchema.Extension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation, read: what to do, where, to which of the values, and the value said ({@code NullNode} when none is).
 * Its place is null when the schema knows nothing of that name.
 */
record PatchOperation(
        PatchOpType op, @Nullable Place place, @Nullable Condition which, JsonNode value) {

    static PatchOperation of(JsonNode said, ResourceSchema schema) {
        if (!said.isObject()) {
            throw ScimProblem.invalidSyntax("An operation must be an object.");
        }
        PatchOpType op = op(Message.find(said, "op"));
        Place place = place(Message.find(said, "path"), schema);
        JsonNode value = Message.find(said, Attribute.VALUE);
        if (place != null && place.resource() && op == PatchOpType.REMOVE) {
            throw ScimProblem.noTarget("A remove needs a path.");
        }
        if (value == null && op != PatchOpType.REMOVE) {
            throw ScimProblem.invalidValue("The operation " + op + " needs a value.");
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

    private static @Nullable Condition which(@Nullable Place place, ResourceSchema schema) {
        return place == null || place.attribute() == null || place.filter() == null
                ? null
                : Condition.of(place.filter(), place.attribute(), schema);
    }

    /** An attribute an operation speaks of, by its path or by a key of its value, and what it says of it. */
    record Said(Attribute of, JsonNode what) {}

    /** All it speaks of. What is said of an extension as a whole is said of each of its attributes. */
    List<Said> said(ResourceSchema schema) {
        List<Said> said = new ArrayList<>();
        if (place != null && place.attribute() != null) {
            said.add(new Said(place.attribute(), value));
        } else if (place != null) {
            collect(place.extension(), op == PatchOpType.REMOVE ? NullNode.getInstance() : value, schema, said);
        }
        return said;
    }

    private void collect(@Nullable Extension in, JsonNode what, ResourceSchema schema, List<Said> said) {
        if (in != null && what.isNull() && op != PatchOpType.ADD) {
            in.attributes().values().forEach(each -> said.add(new Said(each, what)));
        }
        what.properties().forEach(field -> {
            String key = field.getKey();
            Extension extension = in == null ? schema.extension(key) : null;
            Attribute attribute = schema.attributeIn(in, key);
            if (extension != null) {
                collect(extension, field.getValue(), schema, said);
            } else if (in == null && key.equalsIgnoreCase(schema.urn())) {
                collect(null, field.getValue(), schema, said);
            } else if (attribute != null) {
                said.add(new Said(attribute, field.getValue()));
            }
        });
    }
}
