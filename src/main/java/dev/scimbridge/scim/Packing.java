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

    private byte[] bytes = new byte[ROOM];
    private int size;

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
            packing.fields(from);
            return new Packed(Arrays.copyOf(packing.bytes, packing.size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fields(JsonParser from) throws IOException {
        while (from.nextToken() == JsonToken.FIELD_NAME) {
            String name = from.currentName();
            int code = PackedNames.code(name);
            put(code);
            if (code == PackedNames.OTHER) {
                text(name);
            }
            from.nextToken();
            value(from);
        }
    }

    private void value(JsonParser from) throws IOException {
        switch (from.currentToken()) {
            case VALUE_FALSE -> put(Packed.FALSE);
            case VALUE_TRUE -> put(Packed.TRUE);
            case VALUE_STRING -> {
                String text = from.getText();
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                // Beyond ASCII each character takes more bytes than one.
                put(encoded.length == text.length() ? Packed.PLAIN : Packed.TEXT);
                text(encoded);
            }
            case START_OBJECT -> {
                put(Packed.OBJECT);
                int begin = size;
                fields(from);
                measure(begin);
            }
            case START_ARRAY -> {
                put(Packed.LIST);
                int begin = size;
                while (from.nextToken() != JsonToken.END_ARRAY) {
                    value(from);
                }
                measure(begin);
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
