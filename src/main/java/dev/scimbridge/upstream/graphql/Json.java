package dev.scimbridge.upstream.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reading JSON token by token, with nothing believed: no deep nests, no huge strings, no key twice. */
final class Json {
    static final JsonFactory FACTORY = JsonFactory.builder()
            // Two values for one key: whichever were taken, the other might have been meant.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Interned names stay in memory for ever, and the names are not ours.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxStringLength(1 << 20)
                    .build())
            .build();

    /** What to do with one field; the parser stands on its value and has to be left at its end. */
    @FunctionalInterface
    interface Field {
        void read(String name, JsonParser parser) throws IOException;
    }

    private Json() {}

    /** Reads the object at which the parser stands. */
    static void fields(JsonParser parser, Field field) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            field.read(name, parser);
        }
    }

    /** The string at which the parser stands, or null if it is something else, which is then passed over. */
    static @Nullable String text(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }
}
