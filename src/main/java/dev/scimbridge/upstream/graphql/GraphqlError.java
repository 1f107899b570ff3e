package dev.scimbridge.upstream.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One entry of {@code errors}.
 *
 * @param code upper case with underscores, empty if there is none
 */
record GraphqlError(String message, String code) {
    /** Where servers put a code; the vendor documents none, so each usual place is looked at, in this order. */
    private static final List<String> PLACES = List.of("code", "errorType", "classification");

    static GraphqlError read(JsonParser parser) throws IOException {
        Map<String, String> found = new HashMap<>();
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            found.put("message", parser.getText());
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            Json.fields(parser, (name, value) -> {
                if (name.equals("message")) {
                    keep(found, name, value);
                } else if (name.equals("extensions") && value.currentToken() == JsonToken.START_OBJECT) {
                    Json.fields(value, (key, inner) -> keep(found, "extensions." + key, inner));
                } else {
                    value.skipChildren();
                }
            });
        } else {
            parser.skipChildren();
        }
        String code = PLACES.stream()
                .map(place -> found.getOrDefault("extensions." + place, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
        return new GraphqlError(found.getOrDefault("message", ""), normal(code));
    }

    private static void keep(Map<String, String> found, String name, JsonParser parser) throws IOException {
        boolean wanted = name.equals("message") || PLACES.contains(name.replace("extensions.", ""));
        if (wanted && parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL) {
            found.put(name, parser.getText());
        } else {
            parser.skipChildren();
        }
    }

    private static String normal(String code) {
        return code.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }
}
