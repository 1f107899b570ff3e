package dev.scimbridge.upstream.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A GraphQL answer, read from the stream to its end; {@code data} and {@code errors} come in any order.
 *
 * @param errors the first few of them
 */
record Reply(Ok ok, List<GraphqlError> errors) {
    /** What the operation's {@code ok} says. */
    enum Ok {
        YES,
        NO,
        MISSING
    }

    private static final int ENOUGH_ERRORS = 20;

    /** Collects what the fields say while they pass by. */
    private static final class Reader {
        private final String wanted;
        private final Payload<?> payload;
        private final List<GraphqlError> errors = new ArrayList<>();
        private Ok ok = Ok.MISSING;

        Reader(String wanted, Payload<?> payload) {
            this.wanted = wanted;
            this.payload = payload;
        }

        void top(String name, JsonParser parser) throws IOException {
            if (name.equals("errors")) {
                readErrors(parser);
            } else if (name.equals("data") && parser.currentToken() == JsonToken.START_OBJECT) {
                Json.fields(parser, this::data);
            } else {
                parser.skipChildren();
            }
        }

        void data(String name, JsonParser parser) throws IOException {
            if (name.equals(wanted) && parser.currentToken() == JsonToken.START_OBJECT) {
                Json.fields(parser, this::result);
            } else {
                parser.skipChildren();
            }
        }

        void result(String name, JsonParser parser) throws IOException {
            if (!name.equals("ok")) {
                payload.read(name, parser);
                return;
            }
            JsonToken said = parser.currentToken();
            ok = said == JsonToken.VALUE_TRUE ? Ok.YES : said == JsonToken.VALUE_FALSE ? Ok.NO : Ok.MISSING;
            parser.skipChildren();
        }

        void readErrors(JsonParser parser) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return;
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw new Garbled("the answer is not a GraphQL answer: errors is not a list");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                GraphqlError error = GraphqlError.read(parser);
                if (errors.size() < ENOUGH_ERRORS) {
                    errors.add(error);
                }
            }
        }
    }

    /** @throws Garbled if it is JSON, but no GraphQL answer */
    static Reply read(JsonParser parser, Operation operation, Payload<?> payload) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Garbled("the answer is empty");
        }
        if (first != JsonToken.START_OBJECT) {
            throw new Garbled("the answer is not a GraphQL answer");
        }
        Reader reader = new Reader(operation.field(), payload);
        Json.fields(parser, reader::top);
        if (parser.nextToken() != null) {
            throw new Garbled("the answer goes on after its end");
        }
        return new Reply(reader.ok, List.copyOf(reader.errors));
    }
}
