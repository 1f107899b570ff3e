package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.scimbridge.scim.Content.Packed;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Makes nodes of a {@link Packed} document, or of one value in it. Stands at one place of it at a time. */
final class Unpacking {
    private final byte[] bytes;
    private int at;

    Unpacking(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** All of it, from its first field on. */
    ObjectNode object() {
        return object(bytes.length);
    }

    /** The one it stands at. */
    JsonNode value() {
        byte kind = bytes[at++];
        return switch (kind) {
            case Packed.FALSE -> BooleanNode.FALSE;
            case Packed.TRUE -> BooleanNode.TRUE;
            case Packed.TEXT -> TextNode.valueOf(text());
            case Packed.PLAIN -> TextNode.valueOf(text(StandardCharsets.ISO_8859_1));
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
        return text(StandardCharsets.UTF_8);
    }

    private String text(Charset charset) {
        int length = length();
        String text = new String(bytes, at, length, charset);
        at += length;
        return text;
    }

    private int length() {
        int length = Passing.length(bytes, at);
        at = Passing.into(bytes, at);
        return length;
    }
}
