package dev.scimbridge.story.transcripts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be in a body, each part with the number of its line. */
sealed interface Shape permits Shape.Members, Shape.Elements, Shape.Exactly {
    String NO_MORE = "{no more}";
    ObjectMapper JSON = new ObjectMapper();

    int line();

    /** The first thing that is not as wanted. Names that are met for the first time take their text. */
    Optional<Mismatch> in(JsonNode body, Place place);

    /** Where something is not as wanted, and how. */
    record Mismatch(int line, String what) {}

    /** A place in a body, and what the names stand for. */
    record Place(String path, Names names) {
        Place at(String step) {
            return new Place(path.isEmpty() ? step : path + "." + step, names);
        }

        private Optional<Mismatch> not(Shape wanted, String words, JsonNode there) {
            String found = there.isMissingNode() ? "nothing" : there.toString();
            return Optional.of(new Mismatch(wanted.line(), path + ": " + words + " wanted, there is " + found));
        }
    }

    /** An object that has at least these members. */
    record Members(int line, Map<String, Shape> members) implements Shape {
        @Override
        public Optional<Mismatch> in(JsonNode body, Place place) {
            if (!body.isObject()) {
                return place.not(this, "an object", body);
            }
            return members.entrySet().stream()
                    .map(each -> each.getValue().in(body.path(each.getKey()), place.at(each.getKey())))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    /** A list that has at least these elements, each at a place of its own; or these and no more. */
    record Elements(int line, List<Shape> elements, boolean closed) implements Shape {
        @Override
        public Optional<Mismatch> in(JsonNode body, Place place) {
            if (!body.isArray() || (closed && body.size() != elements.size())) {
                return place.not(this, closed ? elements.size() + " elements" : "a list", body);
            }
            List<JsonNode> left = new ArrayList<>();
            body.forEach(left::add);
            for (Shape each : elements) {
                Optional<JsonNode> found = left.stream()
                        .filter(one -> place.names().fits(each, one))
                        .findFirst();
                if (found.isEmpty()) {
                    return elements.size() == 1 && left.size() == 1
                            ? each.in(left.get(0), place.at("0"))
                            : place.not(each, "such an element", body);
                }
                each.in(found.get(), place);
                left.remove(found.get());
            }
            return Optional.empty();
        }
    }

    /** A value, or a text with names in it. */
    record Exactly(int line, JsonNode value) implements Shape {
        @Override
        public Optional<Mismatch> in(JsonNode body, Place place) {
            if (value.isNull()) {
                return body.isMissingNode() ? Optional.empty() : place.not(this, "nothing", body);
            }
            boolean same = value.isTextual() ? place.names().match(value.textValue(), body) : value.equals(body);
            return same ? Optional.empty() : place.not(this, place.names().said(value.toString()), body);
        }
    }

    /**
     * Reads JSON.
     *
     * @param first the line in the file of the text's first line
     */
    static Shape of(String text, int first) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            Shape shape = read(parser, first - 1);
            if (parser.nextToken() != null) {
                throw new IllegalStateException("more than one body at line " + first);
            }
            return shape;
        } catch (IOException e) {
            throw new UncheckedIOException("at line " + first, e);
        }
    }

    private static Shape read(JsonParser parser, int before) throws IOException {
        int line = before + parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Shape> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, read(parser, before));
            }
            return new Members(line, members);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Shape> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(read(parser, before));
            }
            boolean closed = elements.removeIf(Shape::closes) || elements.isEmpty();
            return new Elements(line, elements, closed);
        }
        return new Exactly(line, JSON.readTree(parser));
    }

    private static boolean closes(Shape shape) {
        return shape instanceof Exactly last && last.value().asText().equals(NO_MORE);
    }
}
