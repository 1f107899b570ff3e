package dev.scimbridge.http.scim.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.scimbridge.scim.Json;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References of the form {@code bulkId:name} in the path and the data of an operation (RFC 7644 3.7.2). */
final class References {
    /**
     * A whole string; a quoted one in a filter; a step of a path, or a word in a filter. The name is the client's own, so
     * that only its surroundings say where it ends.
     */
    private static final Pattern REFERENCE = Pattern.compile(
            "^bulkId:(.+)\\z|(?<=\")bulkId:([^\"]+)|(?<=[/\\s])bulkId:([^/?#\"\\s\\])]+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private References() {}

    /** The names an operation refers to, in the order in which they stand there. */
    static Set<String> of(Operation operation) {
        Set<String> names = new LinkedHashSet<>();
        resolved(operation, name -> {
            names.add(name);
            return name;
        });
        return names;
    }

    static boolean isIn(String text) {
        return REFERENCE.matcher(text).find();
    }

    /** The operation with an id in the place of each reference. */
    static Operation resolved(Operation operation, UnaryOperator<String> idOf) {
        return operation.about(resolved(operation.path(), idOf), resolved(operation.data(), idOf));
    }

    static String resolved(String text, UnaryOperator<String> idOf) {
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(idOf.apply(name(found))));
    }

    private static String name(MatchResult found) {
        for (int group = 1; group < found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return found.group(found.groupCount());
    }

    /** Keys too: some clients write paths there. */
    private static ObjectNode resolved(ObjectNode object, UnaryOperator<String> idOf) {
        ObjectNode copy = Json.object();
        object.properties()
                .forEach(field -> copy.set(resolved(field.getKey(), idOf), resolved(field.getValue(), idOf)));
        return copy;
    }

    private static JsonNode resolved(JsonNode node, UnaryOperator<String> idOf) {
        if (node instanceof ObjectNode object) {
            return resolved(object, idOf);
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(each -> copy.add(resolved(each, idOf)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(resolved(node.textValue(), idOf)) : node;
    }
}
