package dev.scimbridge.scim;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The one strict reader of JSON bodies, and the one writer. A body is one JSON object in UTF-8 without duplicate names
 * (also without names that differ only in case, which SCIM cannot tell apart: RFC 7643, 2.1), without lone surrogates
 * and without NUL; anything else is 400 {@code invalidSyntax}, and 413 when it is too long.
 */
public final class Json {
    private static final int DEEPEST = 50;
    private static final int LONGEST_STRING = 1_000_000;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_STRING)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** Reads a request body that may have {@code limit} bytes. */
    public static ObjectNode read(byte[] body, int limit) {
        if (body.length > limit) {
            throw ScimProblem.tooLarge("The body has more than " + limit + " bytes.");
        }
        String text = decode(body);
        if (text.isBlank()) {
            throw ScimProblem.invalidSyntax("The request has no body.");
        }
        ObjectNode object = parse(text);
        requireClean(object);
        return object;
    }

    /** Reads JSON text of a client that is not a body, such as an attribute value that holds JSON. */
    public static ObjectNode read(String text) {
        ObjectNode object = parse(text);
        requireClean(object);
        return object;
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** By way of text: Jackson's own writer of bytes escapes what is beyond the basic plane. */
    public static byte[] bytes(JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of what {@link #text} once wrote. */
    static JsonParser parser(byte[] text, int from, int length) {
        try {
            return MAPPER.createParser(text, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one value that {@link #text} once wrote. */
    static JsonNode value(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ScimProblem.invalidSyntax("The body is not UTF-8.");
        }
    }

    private static ObjectNode parse(String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (StreamConstraintsException e) {
            throw ScimProblem.invalidSyntax("The JSON is nested too deeply, or a string or number in it is too long.");
        } catch (JsonProcessingException e) {
            throw ScimProblem.invalidSyntax("The body is not valid JSON, or it says a name twice" + where(e) + ".");
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw ScimProblem.invalidSyntax("The body must be a JSON object.");
    }

    private static String where(JsonProcessingException thrown) {
        return thrown.getLocation() == null
                ? ""
                : " (line " + thrown.getLocation().getLineNr() + ", column "
                        + thrown.getLocation().getColumnNr() + ")";
    }

    private static void requireClean(JsonNode node) {
        if (node.isTextual()) {
            requireClean(node.textValue());
        } else if (node.isArray()) {
            node.forEach(Json::requireClean);
        } else if (node.isObject()) {
            Set<String> names = new HashSet<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                requireClean(field.getKey());
                if (!names.add(field.getKey().toLowerCase(Locale.ROOT))) {
                    throw ScimProblem.invalidSyntax("The name " + field.getKey() + " is there twice.");
                }
                requireClean(field.getValue());
            }
        }
    }

    private static void requireClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw ScimProblem.invalidSyntax("A string holds a NUL or half a character.");
            }
        }
    }
}
