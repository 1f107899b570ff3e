package dev.scimbridge.http.scim.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Json;
import dev.scimbridge.scim.ResourceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** PATCH bodies: each operation becomes the operations it means. */
final class PatchDialect {
    private static final String PATH = "path";
    private static final String VALUE = "value";
    private static final String MEMBERS = "members";

    private PatchDialect() {}

    /** In this order; one operation may become several. */
    private static List<Function<ObjectNode, List<ObjectNode>>> readings(ResourceSchema schema) {
        return List.of(
                one(PatchDialect::capitalOp),
                one(PatchDialect::bareWordsInPath),
                operation -> pathsAsKeys(operation, schema),
                one(PatchDialect::membersRemovedByValue),
                one(PatchDialect::removeWithValue),
                one(PatchDialect::valuesWithoutPath),
                one(PatchDialect::valueAtPath));
    }

    static ObjectNode straighten(ObjectNode body, ResourceSchema schema) {
        return Trees.fields(
                body,
                (key, value) ->
                        key.equalsIgnoreCase("Operations") && value.isArray() ? operations(value, schema) : value);
    }

    private static ArrayNode operations(JsonNode said, ResourceSchema schema) {
        ArrayNode straight = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : said) {
            if (each instanceof ObjectNode operation) {
                straightened(operation, schema).forEach(straight::add);
            } else {
                straight.add(each);
            }
        }
        return straight;
    }

    private static List<ObjectNode> straightened(ObjectNode operation, ResourceSchema schema) {
        List<ObjectNode> straight = List.of(operation);
        for (Function<ObjectNode, List<ObjectNode>> reading : readings(schema)) {
            straight = straight.stream()
                    .flatMap(each -> reading.apply(each).stream())
                    .toList();
        }
        return straight;
    }

    private static Function<ObjectNode, List<ObjectNode>> one(Function<ObjectNode, ObjectNode> reading) {
        return operation -> List.of(reading.apply(operation));
    }

    /** Entra: {@code "op":"Add"}. */
    static ObjectNode capitalOp(ObjectNode operation) {
        JsonNode op = Trees.find(operation, "op");
        return op == null || !op.isTextual()
                ? operation
                : Trees.with(operation, "op", text(op.textValue().toLowerCase(Locale.ROOT)));
    }

    /** As in filters: {@code emails[type eq work].value}. */
    static ObjectNode bareWordsInPath(ObjectNode operation) {
        String path = path(operation);
        return path.indexOf('[') < 0 || path.length() > Criterion.LONGEST
                ? operation
                : Trees.with(operation, PATH, text(FilterDialect.quoteBareWords(path)));
    }

    /**
     * Entra with aadOptscim062020: keys that are paths, {@code name.givenName}, {@code urn:…:User:department},
     * {@code emails[type eq "work"].value}. Those of read-only attributes go, as any read-only key does.
     */
    static List<ObjectNode> pathsAsKeys(ObjectNode operation, ResourceSchema schema) {
        JsonNode value = Trees.find(operation, VALUE);
        if (!path(operation).isEmpty() || value == null || !value.isObject()) {
            return List.of(operation);
        }
        List<ObjectNode> straight = new ArrayList<>();
        ObjectNode plain = Json.object();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String key = field.getKey();
            if (!isPath(key, schema)) {
                plain.set(key, field.getValue());
            } else if (!schema.readOnly(key)) {
                straight.add(
                        bareWordsInPath(Trees.with(Trees.with(operation, PATH, text(key)), VALUE, field.getValue())));
            }
        }
        if (straight.isEmpty() && plain.size() == value.size()) {
            return List.of(operation);
        }
        straight.add(0, Trees.with(operation, VALUE, plain));
        return straight;
    }

    private static boolean isPath(String key, ResourceSchema schema) {
        return !schema.speaks(key) && (key.indexOf('.') > 0 || key.indexOf('[') > 0);
    }

    /**
     * Removal of some members: a list of objects (Entra, authentik, JumpCloud), one object, plain text, or an object
     * with {@code members} in it, with and without a path. Keycloak says {@code "value":null} for all.
     */
    static ObjectNode membersRemovedByValue(ObjectNode operation) {
        JsonNode value = Trees.find(operation, VALUE);
        String path = path(operation);
        if (!removes(operation) || value == null || !(path.isEmpty() || isMembers(path))) {
            return operation;
        }
        JsonNode inner = value.isObject() ? Trees.find(value, MEMBERS) : null;
        if (inner != null) {
            return Trees.with(Trees.with(operation, PATH, text(MEMBERS)), VALUE, inner.isNull() ? none() : inner);
        }
        boolean nothing = value.isTextual() && value.textValue().isEmpty();
        return nothing ? Trees.with(operation, VALUE, none()) : operation;
    }

    /** Entra: a remove with a value is still a remove; only members and other lists are told which. */
    static ObjectNode removeWithValue(ObjectNode operation) {
        String path = path(operation);
        boolean precise = path.indexOf('[') >= 0
                || path.substring(path.lastIndexOf(':') + 1).indexOf('.') >= 0;
        return removes(operation) && precise ? Trees.without(operation, VALUE) : operation;
    }

    /** The values of an object of attributes, as in a whole resource. */
    static ObjectNode valuesWithoutPath(ObjectNode operation) {
        return path(operation).isEmpty() && Trees.find(operation, VALUE) instanceof ObjectNode value
                ? Trees.with(operation, VALUE, ValueDialect.attributes(value))
                : operation;
    }

    /** The same readings where a path names the attribute: {@code active}, {@code roles…}, {@code …:User:manager}. */
    static ObjectNode valueAtPath(ObjectNode operation) {
        JsonNode value = Trees.find(operation, VALUE);
        String path = path(operation);
        return path.isEmpty() || value == null ? operation : Trees.with(operation, VALUE, valueAt(path, value));
    }

    private static JsonNode valueAt(String path, JsonNode value) {
        String bare = path.replaceFirst("\\[.*\\]", "");
        String name = bare.regionMatches(true, 0, "urn:", 0, 4) ? bare.substring(bare.lastIndexOf(':') + 1) : bare;
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (last.equalsIgnoreCase("active") || last.equalsIgnoreCase("primary")) {
            return ValueDialect.truth(value);
        }
        if (ValueDialect.isManager(bare)) {
            return ValueDialect.manager(value);
        }
        if (ValueDialect.isRoles(name)) {
            return ValueDialect.attributes(Json.object().set(name, value)).path(name);
        }
        if (last.equalsIgnoreCase(VALUE)
                && ValueDialect.isRoles(name.substring(0, name.length() - ".value".length()))) {
            return roleValue(value);
        }
        return Trees.each(value, each -> each instanceof ObjectNode object ? ValueDialect.attributes(object) : each);
    }

    private static JsonNode roleValue(JsonNode said) {
        JsonNode role = ValueDialect.roleAsJsonText(said);
        JsonNode value = role.isObject() && !said.isObject() ? role.get(VALUE) : said;
        return value == null ? said : value;
    }

    private static boolean removes(ObjectNode operation) {
        JsonNode op = Trees.find(operation, "op");
        return op != null && op.asText().equalsIgnoreCase("remove");
    }

    private static boolean isMembers(String path) {
        return path.equalsIgnoreCase(MEMBERS) || path.equalsIgnoreCase(ResourceSchema.GROUP.urn() + ":" + MEMBERS);
    }

    private static String path(ObjectNode operation) {
        @Nullable JsonNode path = Trees.find(operation, PATH);
        return path == null || !path.isTextual() ? "" : path.textValue().strip();
    }

    private static JsonNode none() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }
}
