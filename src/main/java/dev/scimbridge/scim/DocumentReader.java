package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.ResourceSchema.Extension;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a POST or PUT body into the node of a {@link Document}. */
final class DocumentReader {
    private DocumentReader() {}

    static ObjectNode read(ObjectNode body, ResourceSchema schema) {
        requireOwnSchema(body, schema);
        ObjectNode document = Json.object();
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            Extension extension = schema.extension(field.getKey());
            if (extension == null) {
                put(document, schema.attribute(field.getKey()), field.getValue());
            }
        }
        // Second, so that what stands under its URN is stronger than the same name at the top.
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            Extension extension = schema.extension(field.getKey());
            if (extension != null) {
                readExtension(document, extension, field.getValue(), schema);
            }
        }
        return Keys.inOrder(document);
    }

    private static void readExtension(ObjectNode document, Extension extension, JsonNode said, ResourceSchema schema) {
        if (ValueReader.unassigned(said) || extension.readOnly()) {
            return;
        }
        if (!said.isObject()) {
            throw ScimProblem.invalidValue(extension.urn() + " must be an object.");
        }
        said.properties()
                .forEach(field -> put(document, schema.attributeIn(extension, field.getKey()), field.getValue()));
    }

    private static void put(ObjectNode document, @Nullable Attribute attribute, JsonNode said) {
        if (attribute == null || attribute.readOnly() || attribute.dropped()) {
            return;
        }
        JsonNode value = ValueReader.read(attribute, said);
        if (value == null) {
            return;
        }
        ObjectNode holder = attribute.urn() == null ? document : document.withObjectProperty(attribute.urn());
        holder.set(attribute.name(), value instanceof ArrayNode many ? onePrimary(many) : value);
    }

    /** Of several values said to be primary the first is it (RFC 7643, 2.4). */
    private static ArrayNode onePrimary(ArrayNode elements) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode(elements.size());
        boolean seen = false;
        for (JsonNode each : elements) {
            boolean primary = each.path(Attribute.PRIMARY).asBoolean();
            result.add(primary && seen ? ((ObjectNode) each.deepCopy()).put(Attribute.PRIMARY, false) : each);
            seen |= primary;
        }
        return result;
    }

    /** A body that says no schema is taken for what it was sent to; one that says another is not (RFC 7643, 3). */
    private static void requireOwnSchema(ObjectNode body, ResourceSchema schema) {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (!field.getKey().equalsIgnoreCase(ResourceSchema.SCHEMAS) || ValueReader.unassigned(field.getValue())) {
                continue;
            }
            boolean own = false;
            for (JsonNode urn : field.getValue().isArray()
                    ? field.getValue()
                    : body.arrayNode().add(field.getValue())) {
                own |= urn.isTextual() && schema.speaks(urn.textValue());
            }
            if (!own) {
                throw ScimProblem.invalidSyntax(
                        "The body is not a " + schema.name() + ": schemas must have " + schema.urn() + ".");
            }
        }
    }
}
