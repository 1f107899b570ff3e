package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.scimbridge.scim.Content.Packed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Packed} document: all of it, or one value past the others. Stands at one place of it at a time. */
final class Unpacking {
    private final byte[] bytes;
    private int at;

    Unpacking(byte[] bytes) {
        this.bytes = bytes;
    }

    ObjectNode object() {
        return object(bytes.length);
    }

    @Nullable
    JsonNode find(List<String> keys) {
        return has(keys) ? value() : null;
    }

    /** Stands at the value then. */
    boolean has(List<String> keys) {
        if (!enter(keys.get(0), bytes.length)) {
            return false;
        }
        for (int depth = 1; depth < keys.size(); depth++) {
            if (bytes[at++] != Packed.OBJECT) {
                return false;
            }
            int end = length() + at;
            if (!enter(keys.get(depth), end)) {
                return false;
            }
        }
        return true;
    }

    boolean any(List<String> keys, Predicate<JsonNode> test) {
        return enter(keys.get(0), bytes.length) && any(keys, 1, test);
    }

    /** Of the value it stands at. Ends somewhere in it. */
    private boolean any(List<String> keys, int depth, Predicate<JsonNode> test) {
        byte kind = bytes[at];
        if (kind == Packed.LIST) {
            at++;
            int end = length() + at;
            while (at < end) {
                int element = at;
                if (any(keys, depth, test)) {
                    return true;
                }
                at = element;
                pass();
            }
            return false;
        }
        if (depth == keys.size()) {
            return test.test(value());
        }
        if (kind != Packed.OBJECT) {
            return false;
        }
        at++;
        int end = length() + at;
        return enter(keys.get(depth), end) && any(keys, depth + 1, test);
    }

    /** From the first field of an object to the value of one; false if it has none of this name. */
    private boolean enter(String key, int end) {
        int wanted = PackedNames.code(key);
        while (at < end) {
            int code = bytes[at++];
            boolean found = code == wanted;
            if (code == PackedNames.OTHER) {
                found = text().equals(key);
            }
            if (found) {
                return true;
            }
            pass();
        }
        return false;
    }

    /** Over the value it stands at. */
    private void pass() {
        if (bytes[at++] > Packed.TRUE) {
            int length = length();
            at += length;
        }
    }

    private JsonNode value() {
        byte kind = bytes[at++];
        return switch (kind) {
            case Packed.FALSE -> BooleanNode.FALSE;
            case Packed.TRUE -> BooleanNode.TRUE;
            case Packed.TEXT -> TextNode.valueOf(text());
            case Packed.OBJECT -> {
                int length = length();
                yield object(at + length);
            }
            case Packed.LIST -> {
                int length = length();
                yield list(at + length);
            }
            default -> Json.value(text());
        };
    }

    private ObjectNode object(int end) {
        ObjectNode object = Json.object();
        while (at < end) {
            int code = bytes[at++];
            String name = code == PackedNames.OTHER ? text() : PackedNames.name(code);
            object.set(name, value());
        }
        return object;
    }

    private ArrayNode list(int end) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        while (at < end) {
            list.add(value());
        }
        return list;
    }

    private String text() {
        int length = length();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private int length() {
        int length = 0;
        int shift = 0;
        byte digit;
        do {
            digit = bytes[at++];
            length |= (digit & 0x7F) << shift;
            shift += 7;
        } while (digit < 0);
        return length;
    }
}
