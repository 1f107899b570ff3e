package dev.scimbridge.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * An answer as it came over the wire, and what it answers.
 *
 * @param template the path as the API's description has it
 * @param whole whether no attributes were chosen
 */
record Answer(String method, String template, boolean whole, int status, TreeMap<String, String> headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }

    String id() {
        return json().path("id").asText();
    }

    Answer status(int other) {
        return new Answer(method, template, whole, other, headers, text);
    }

    Answer text(String other) {
        return new Answer(method, template, whole, status, headers, other);
    }

    /** The same with something else in its body. */
    Answer but(Consumer<ObjectNode> change) {
        ObjectNode body = (ObjectNode) json();
        change.accept(body);
        return text(body.toString());
    }

    /** The same with another header, or without it. */
    Answer header(String name, String value) {
        TreeMap<String, String> other = new TreeMap<>(headers);
        other.putAll(Map.of(name, value));
        other.values().removeIf(String::isEmpty);
        return new Answer(method, template, whole, status, other, text);
    }
}
