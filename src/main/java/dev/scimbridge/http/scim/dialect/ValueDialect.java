package dev.scimbridge.http.scim.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.Json;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.ScimProblem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Values of attributes, in objects of attributes: a whole resource, or the value of an operation without a path. */
final class ValueDialect {
    private static final Set<String> BOOLEANS = Set.of("active", "primary");
    private static final Set<String> ROLES = Set.of("roles", "entitlements");
    private static final String MANAGER = "manager";

    private ValueDialect() {}

    /** Every reading, for an object of attributes. */
    static ObjectNode attributes(ObjectNode attributes) {
        ObjectNode straight = attributes;
        for (UnaryOperator<ObjectNode> each : List.<UnaryOperator<ObjectNode>>of(
                ValueDialect::booleansAsText,
                ValueDialect::rolesAsJsonText,
                ValueDialect::rolesWithDisplayName,
                ValueDialect::managerInAnyShape)) {
            straight = each.apply(straight);
        }
        return straight;
    }

    /** Entra: {@code "active":"False"}, {@code "primary":"True"}; Keycloak: {@code "active":"false"}. */
    static ObjectNode booleansAsText(ObjectNode attributes) {
        return Trees.fields(attributes, ValueDialect::booleanAsText);
    }

    private static JsonNode booleanAsText(String key, JsonNode value) {
        if (BOOLEANS.contains(lower(key))) {
            return truth(value);
        }
        return Trees.each(value, each -> each instanceof ObjectNode object ? booleansAsText(object) : each);
    }

    /** Older Entra jobs wrap it: {@code [{"value":"False"}]}. */
    static JsonNode truth(JsonNode said) {
        JsonNode inside = said.isArray() && said.size() == 1 ? said.get(0) : said;
        JsonNode value = inside.isObject() && inside.size() == 1 ? Trees.find(inside, "value") : inside;
        if (value != null && value.isValueNode() && !said.isValueNode()) {
            return truth(value);
        }
        String text = said.isTextual() ? lower(said.textValue()) : "";
        return text.equals("true") || text.equals("false") ? BooleanNode.valueOf(text.equals("true")) : said;
    }

    /** Entra: {@code "value":"{\"id\":…,\"value\":\"25\",\"displayName\":\"R\"}"}, one such text per role. */
    static ObjectNode rolesAsJsonText(ObjectNode attributes) {
        return roles(attributes, ValueDialect::roleAsJsonText);
    }

    static JsonNode roleAsJsonText(JsonNode role) {
        JsonNode said = role.isObject() ? Trees.find(role, "value") : role;
        String text = said == null || !said.isTextual() ? "" : said.textValue().strip();
        if (!text.startsWith("{")) {
            return role;
        }
        ObjectNode inside;
        try {
            inside = Json.read(text);
        } catch (ScimProblem e) {
            return role;
        }
        JsonNode value = Trees.find(inside, "value");
        JsonNode display = Trees.find(inside, "displayName");
        if (value == null || !value.isValueNode()) {
            return role;
        }
        ObjectNode straight = role instanceof ObjectNode object ? object : Json.object();
        straight = Trees.with(straight, "value", value);
        return display == null ? straight : Trees.with(straight, "display", display);
    }

    /** Entra, AppRoleAssignmentsComplex: {@code displayName} where the schema has {@code display}. */
    static ObjectNode rolesWithDisplayName(ObjectNode attributes) {
        return roles(attributes, ValueDialect::roleWithDisplayName);
    }

    static JsonNode roleWithDisplayName(JsonNode role) {
        JsonNode name = role.isObject() ? Trees.find(role, "displayName") : null;
        if (name == null || !(role instanceof ObjectNode object)) {
            return role;
        }
        ObjectNode rest = Trees.without(object, "displayName");
        return Trees.find(rest, "display") == null ? rest.set("display", name) : rest;
    }

    private static ObjectNode roles(ObjectNode attributes, UnaryOperator<JsonNode> change) {
        return Trees.fields(attributes, (key, value) -> isRoles(key) ? Trees.each(value, change) : value);
    }

    static boolean isRoles(String attribute) {
        return ROLES.contains(lower(attribute));
    }

    /** Entra: a manager is text, an object, a list of one object; {@code {"value":""}} is none. */
    static ObjectNode managerInAnyShape(ObjectNode attributes) {
        return Trees.fields(attributes, (key, value) -> {
            if (key.equalsIgnoreCase(ResourceSchema.ENTERPRISE_USER) && value instanceof ObjectNode extension) {
                return managerInAnyShape(extension);
            }
            return isManager(key) ? manager(value) : value;
        });
    }

    static boolean isManager(String attribute) {
        return attribute.equalsIgnoreCase(MANAGER)
                || attribute.equalsIgnoreCase(ResourceSchema.ENTERPRISE_USER + ":" + MANAGER);
    }

    static JsonNode manager(JsonNode said) {
        if (said.isArray() && said.isEmpty()) {
            return NullNode.getInstance();
        }
        if (said.isArray() && said.size() == 1 && !said.get(0).isArray()) {
            return manager(said.get(0));
        }
        if (said.isTextual() && !said.textValue().isEmpty()) {
            return JsonNodeFactory.instance.objectNode().set("value", said);
        }
        JsonNode value = said.isObject() ? Trees.find(said, "value") : null;
        boolean none = value != null && (value.isNull() || value.asText("-").isEmpty());
        return none ? NullNode.getInstance() : said;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
