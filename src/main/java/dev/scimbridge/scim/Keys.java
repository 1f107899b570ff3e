package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads canonical paths, and copies the nodes of documents by them. */
final class Keys {
    private Keys() {}

    /** A copy that says this at a path; null takes away, and what is empty then goes with it. */
    static ObjectNode put(ObjectNode node, String path, @Nullable JsonNode value) {
        return put(node, split(path), value);
    }

    private static ObjectNode put(ObjectNode node, List<String> keys, @Nullable JsonNode value) {
        String key = keys.get(0);
        JsonNode put = value;
        if (keys.size() > 1) {
            ObjectNode inner = node.get(key) instanceof ObjectNode there ? there : Json.object();
            ObjectNode changed = put(inner, keys.subList(1, keys.size()), value);
            put = changed.isEmpty() ? null : changed;
        }
        ObjectNode copy = Json.object();
        copy.setAll(node);
        if (put == null) {
            copy.remove(key);
            return copy;
        }
        boolean there = copy.has(key);
        copy.set(key, put);
        return there ? copy : inOrder(copy);
    }

    /** A path in steps. A URN has dots and colons of its own: it ends at the last colon, or is the whole path. */
    static List<String> split(String path) {
        if (!path.startsWith("urn:")) {
            return dotted(path);
        }
        int colon = path.lastIndexOf(':');
        String urn = path.substring(0, colon);
        if (ResourceSchema.USER.extension(urn) != null) {
            List<String> keys = new ArrayList<>(List.of(urn));
            keys.addAll(dotted(path.substring(colon + 1)));
            return keys;
        }
        return ResourceSchema.isCore(urn) ? dotted(path.substring(colon + 1)) : List.of(path);
    }

    private static List<String> dotted(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? List.of(path) : List.of(path.substring(0, dot), path.substring(dot + 1));
    }

    /** The same fields, and those of extensions in it, in canonical order. */
    static ObjectNode inOrder(ObjectNode node) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
        fields.sort(Comparator.<Map.Entry<String, JsonNode>>comparingInt(field -> Definitions.rank(field.getKey()))
                .thenComparing(Map.Entry::getKey));
        ObjectNode ordered = Json.object();
        for (Map.Entry<String, JsonNode> field : fields) {
            boolean extension =
                    field.getKey().startsWith("urn:") && field.getValue().isObject();
            ordered.set(field.getKey(), extension ? inOrder((ObjectNode) field.getValue()) : field.getValue());
        }
        return ordered;
    }
}
