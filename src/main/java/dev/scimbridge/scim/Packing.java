package dev.scimbridge.scim;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.Content.Packed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes {@link Packed} documents, from nodes or straight from JSON text. */
final class Packing {
    private static final int ROOM = 256;
    private static final int DEEP = 8;

    private byte[] bytes = new byte[ROOM];
    private int size;

    /** Where those objects and lists begin that have not ended. */
    private int[] begins = new int[DEEP];

    private int depth;

    private Packing() {}

    static Packed of(ObjectNode node) {
        return of(node.traverse());
    }

    /**
     * Takes the object the parser is about to begin.
     *
     * @throws UncheckedIOException if there is none
     */
    static Packed of(JsonParser from) {
        try (from) {
            if (from.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("a document is an object");
            }
            Packing packing = new Packing();
            packing.object(from);
            return new Packed(Arrays.copyOf(packing.bytes, packing.size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All up to the end of the object that has begun. What comes next is asked for in one place, however deep it stands: each
     * place has the whole parser compiled into it, and this is among the first things that a process with many people does.
     */
    private void object(JsonParser from) throws IOException {
        boolean isOpen = true;
        while (isOpen) {
            JsonToken token = from.nextToken();
            if (token == JsonToken.FIELD_NAME) {
                name(from.currentName());
            } else if (token.isStructStart()) {
                begin(token == JsonToken.START_OBJECT ? Packed.OBJECT : Packed.LIST);
            } else if (token.isScalarValue()) {
                value(token, from);
            } else if (depth > 0) {
                measure(begins[--depth]);
            } else {
                isOpen = false;
            }
        }
    }

    private void name(String name) {
        int code = PackedNames.code(name);
        put(code);
        if (code == PackedNames.OTHER) {
            text(name);
        }
    }

    private void begin(int kind) {
        put(kind);
        if (depth >= begins.length) {
            begins = Arrays.copyOf(begins, 2 * depth);
        }
        begins[depth++] = size;
    }

    private void value(JsonToken token, JsonParser from) throws IOException {
        switch (token) {
            case VALUE_FALSE -> put(Packed.FALSE);
            case VALUE_TRUE -> put(Packed.TRUE);
            case VALUE_STRING -> {
                String text = from.getText();
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                // Beyond ASCII each character takes more bytes than one.
                put(encoded.length == text.length() ? Packed.PLAIN : Packed.TEXT);
                text(encoded);
            }
            default -> {
                put(Packed.OTHER);
                text(from.getText());
            }
        }
    }

    private void text(String text) {
        text(text.getBytes(StandardCharsets.UTF_8));
    }

    private void text(byte[] encoded) {
        int begin = size;
        require(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        measure(begin);
    }

    /** Puts the length of what has been written from here on in front of it: seven bits a byte, the low ones first. */
    private void measure(int begin) {
        int length = size - begin;
        int digits = 1;
        for (int rest = length >>> 7; rest != 0; rest >>>= 7) {
            digits++;
        }
        require(digits);
        System.arraycopy(bytes, begin, bytes, begin + digits, length);
        for (int i = 0; i < digits; i++) {
            int more = i < digits - 1 ? 0x80 : 0;
            bytes[begin + i] = (byte) (((length >>> (7 * i)) & 0x7F) | more);
        }
        size += digits;
    }

    private void put(int one) {
        require(1);
        bytes[size++] = (byte) one;
    }

    private void require(int room) {
        if (bytes.length - size < room) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + room));
        }
    }
}
