package dev.scimbridge.http.scim.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.Json;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Copies of JSON with some of it changed. */
final class Trees {
    private Trees() {}

    /** An object with each field's value changed by its key. */
    static ObjectNode fields(ObjectNode object, BiFunction<String, JsonNode, JsonNode> change) {
        ObjectNode copy = Json.object();
        object.properties().forEach(field -> copy.set(field.getKey(), change.apply(field.getKey(), field.getValue())));
        return copy;
    }

    /** A list with each element changed; anything else changed as if it were an element. */
    static JsonNode each(JsonNode list, UnaryOperator<JsonNode> change) {
        if (!list.isArray()) {
            return change.apply(list);
        }
        ArrayNode copy = JsonNodeFactory.instance.arrayNode(list.size());
        list.forEach(element -> copy.add(change.apply(element)));
        return copy;
    }

    static @Nullable JsonNode find(JsonNode object, String name) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        return null;
    }

    /** An object with one field set, whatever the case it was said in. */
    static ObjectNode with(ObjectNode object, String name, JsonNode value) {
        return without(object, name).set(name, value);
    }

    static ObjectNode without(ObjectNode object, String name) {
        ObjectNode copy = Json.object();
        object.properties().forEach(field -> {
            if (!field.getKey().equalsIgnoreCase(name)) {
                copy.set(field.getKey(), field.getValue());
            }
        });
        return copy;
    }
}
