package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client said about one attribute into canonical form: canonical names and order, unknown and read-only
 * sub-attributes dropped, {@code null}, {@code ""}, {@code []} and <code>{}</code> unassigned (RFC 7643, 2.5), scalars
 * as text where text is declared. A wrong shape is 400 {@code invalidValue} and names the attribute.
 */
final class ValueReader {
    private ValueReader() {}

    /** The canonical value, or null when nothing is assigned. */
    static @Nullable JsonNode read(Attribute attribute, JsonNode said) {
        if (!attribute.multiValued()) {
            return single(attribute, said, attribute.label());
        }
        ArrayNode elements = elements(attribute, said);
        return elements.isEmpty() ? null : elements;
    }

    /** The values of a multi-valued attribute; one value alone counts as a list of one. */
    static ArrayNode elements(Attribute attribute, JsonNode said) {
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each :
                said.isArray() ? said : JsonNodeFactory.instance.arrayNode().add(said)) {
            JsonNode element = element(attribute, each);
            if (element != null && !labelsNothing(element)) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** One value of a multi-valued attribute; plain text stands for its {@code value}. */
    static @Nullable JsonNode element(Attribute attribute, JsonNode said) {
        Attribute value = attribute.sub(Attribute.VALUE);
        if (said.isTextual() && value != null) {
            JsonNode text = single(value, said, attribute.label());
            return text == null ? null : attribute.with(Json.object(), value, text);
        }
        return single(attribute, said, attribute.label());
    }

    /** One sub-attribute of a complex value. */
    static @Nullable JsonNode sub(Attribute attribute, Attribute sub, JsonNode said) {
        return single(sub, said, attribute.label() + "." + sub.name());
    }

    /** Okta and Entra send {@code {"type":"work","value":""}} for a number that is not there. */
    static boolean labelsNothing(JsonNode element) {
        int labels = (element.has(Attribute.TYPE) ? 1 : 0) + (element.has(Attribute.PRIMARY) ? 1 : 0);
        return element.isObject() && element.size() == labels;
    }

    private static @Nullable JsonNode single(Attribute attribute, JsonNode said, String label) {
        if (unassigned(said)) {
            return null;
        }
        return switch (attribute.type()) {
            case COMPLEX -> complex(attribute, said, label);
            case BOOLEAN -> said.isBoolean() ? said : refuse(label, "true or false");
            case INTEGER, DECIMAL -> said.isNumber() ? said : refuse(label, "a number");
            default -> text(said, label);
        };
    }

    static boolean unassigned(JsonNode said) {
        return said.isNull()
                || said.isMissingNode()
                || (said.isTextual() && said.textValue().isEmpty())
                || (said.isContainerNode() && said.isEmpty());
    }

    private static JsonNode text(JsonNode said, String label) {
        if (said.isTextual()) {
            return said;
        }
        return said.isValueNode() ? TextNode.valueOf(said.asText()) : refuse(label, "a string");
    }

    private static @Nullable JsonNode complex(Attribute attribute, JsonNode said, String label) {
        if (!said.isObject()) {
            return refuse(label, "an object");
        }
        ObjectNode found = Json.object();
        for (Map.Entry<String, JsonNode> field : said.properties()) {
            Attribute sub = attribute.sub(field.getKey());
            JsonNode value = sub == null || sub.readOnly() ? null : sub(attribute, sub, field.getValue());
            if (sub != null && value != null) {
                found.set(sub.name(), value);
            }
        }
        return found.isEmpty() ? null : inOrder(attribute, found);
    }

    private static ObjectNode inOrder(Attribute attribute, ObjectNode found) {
        ObjectNode ordered = Json.object();
        for (Attribute sub : attribute.subs()) {
            JsonNode value = found.get(sub.name());
            if (value != null) {
                ordered.set(sub.name(), value);
            } else if (sub.required()) {
                throw ScimProblem.invalidValue(attribute.label() + "." + sub.name() + " is required.");
            }
        }
        return ordered;
    }

    private static JsonNode refuse(String label, String wanted) {
        throw ScimProblem.invalidValue(label + " must be " + wanted + ".");
    }
}
