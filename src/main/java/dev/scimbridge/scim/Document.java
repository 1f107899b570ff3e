package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A resource, or a complex value in one, as an immutable document: canonical names in canonical order, nothing
 * unassigned in it, no {@code schemas} (they follow from what is there), extensions under their URN.
 *
 * <p>Paths are canonical names: {@code name.givenName}, {@code urn:…:User:department},
 * {@code urn:…:User:manager.value}. Copies share what did not change.
 */
public final class Document implements Subject {
    public static final Document EMPTY = new Document(Json.object());

    private static final String NOTHING = "{}";
    private static final byte[] NO_BYTES = NOTHING.getBytes(StandardCharsets.UTF_8);

    private final Content content;

    Document(ObjectNode node) {
        this(new Content.Nodes(node));
    }

    private Document(Content content) {
        this.content = content;
    }

    /**
     * What a client sent to be created or to replace. Unknown attributes, those only the server writes and passwords
     * are dropped (RFC 7644, 3.3); wrong shapes are 400 {@code invalidValue}, a body of another schema is 400
     * {@code invalidSyntax}. Whether what is required is there, {@link ResourceSchema#requireComplete} says.
     */
    public static Document of(ObjectNode body, ResourceSchema schema) {
        return new Document(DocumentReader.read(body, schema));
    }

    /** What {@link #json()} once said. */
    public static Document ofStored(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return ofStored(bytes, 0, bytes.length);
    }

    /** The same as a part of bytes of UTF-8. */
    public static Document ofStored(byte[] bytes, int from, int length) {
        return Arrays.equals(bytes, from, from + length, NO_BYTES, 0, NO_BYTES.length)
                ? EMPTY
                : new Document(Packing.of(Json.parser(bytes, from, length)));
    }

    /** The same in the least room, for keeping in memory: what is asked of it is read past the rest. */
    public Document packed() {
        Content packed = content.packed();
        return packed == content ? this : isEmpty() ? EMPTY : new Document(packed);
    }

    /** How many bytes it takes while it is {@link #packed}; else 0. */
    public int size() {
        return content.size();
    }

    /** Compact JSON, for keeping. */
    public String json() {
        return isEmpty() ? NOTHING : Json.text(node());
    }

    /** Compact JSON in UTF-8, for keeping. */
    public byte[] bytes() {
        return Json.bytes(node());
    }

    /** What a client is shown: the document with the URNs of its schemas in front. */
    public byte[] bytes(ResourceSchema schema) {
        ObjectNode shown = Json.object();
        ObjectNode node = node();
        shown.set(ResourceSchema.SCHEMAS, schema.schemasOf(node));
        return Json.bytes(shown.setAll(node));
    }

    /** Itself: it says everything. */
    @Override
    public Document about(List<String> keys) {
        return this;
    }

    /** A document of one attribute at the top, as {@link #with} makes it; of none if the value is empty. */
    public static Document only(String attribute, Object value) {
        JsonNode made = made(value);
        return ValueReader.unassigned(made) ? EMPTY : new Document(Json.object().<ObjectNode>set(attribute, made));
    }

    /** The text at a path; null when there is none, or when it is no simple value. */
    public @Nullable String text(String path) {
        JsonNode found = find(path);
        return found != null && found.isValueNode() ? found.asText() : null;
    }

    /** The boolean at a path; null when there is none. */
    public @Nullable Boolean truth(String path) {
        JsonNode found = find(path);
        return found instanceof BooleanNode truth ? (Boolean) truth.booleanValue() : null;
    }

    /** The values of a multi-valued complex attribute, or the one value of a single one; else empty. */
    public List<Document> elements(String path) {
        JsonNode found = find(path);
        if (found instanceof ObjectNode one) {
            return List.of(new Document(one));
        }
        List<Document> elements = new ArrayList<>();
        if (found instanceof ArrayNode many) {
            many.forEach(each -> {
                if (each instanceof ObjectNode element) {
                    elements.add(new Document(element));
                }
            });
        }
        return Collections.unmodifiableList(elements);
    }

    public boolean has(String path) {
        return content.has(Trail.of(path));
    }

    /** Whether it says anything of an attribute at the top, or has an extension. */
    public boolean says(String attribute) {
        return content.has(attribute);
    }

    public boolean isEmpty() {
        return content.isEmpty();
    }

    /** What it is about, in few words that may be kept: names, and values only of {@code active} and {@code roles}. */
    public String gist() {
        return Gist.of(this);
    }

    /** The names at the top; what is in an extension counts as its URN. */
    public Set<String> attributes() {
        Set<String> names = new LinkedHashSet<>();
        node().fieldNames().forEachRemaining(names::add);
        return Collections.unmodifiableSet(names);
    }

    /** Whether both say the same at a path, be it nothing. */
    public boolean same(String path, Document other) {
        JsonNode mine = find(path);
        JsonNode theirs = other.find(path);
        return mine == null ? theirs == null : mine.equals(theirs);
    }

    /** This document, saying at a path what another says there, be it nothing. */
    public Document copying(String path, Document from) {
        return same(path, from) ? this : new Document(Keys.put(node(), path, from.find(path)));
    }

    public Document without(String... paths) {
        Document rest = this;
        for (String path : paths) {
            rest = rest.has(path) ? new Document(Keys.put(rest.node(), path, null)) : rest;
        }
        return rest;
    }

    /**
     * This document with a value made by the server: text, a boolean, a whole number, a document or a list of documents
     * or texts. Nothing is refused as read-only; an empty value takes the attribute away.
     */
    public Document with(String path, Object value) {
        JsonNode made = made(value);
        return new Document(Keys.put(node(), path, ValueReader.unassigned(made) ? null : made));
    }

    static JsonNode made(Object value) {
        if (value instanceof String text) {
            return TextNode.valueOf(text);
        }
        if (value instanceof Boolean truth) {
            return BooleanNode.valueOf(truth);
        }
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            // As the reader makes them, so that a stored document equals the one it was stored from.
            return number == (int) number
                    ? JsonNodeFactory.instance.numberNode((int) number)
                    : JsonNodeFactory.instance.numberNode(number);
        }
        if (value instanceof Document document) {
            return document.node();
        }
        if (value instanceof List<?> list) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode(list.size());
            list.forEach(each -> elements.add(made(each)));
            return elements;
        }
        throw new IllegalArgumentException("No document holds a " + value.getClass());
    }

    @Nullable
    JsonNode find(String path) {
        return isEmpty() ? null : content.find(Trail.of(path));
    }

    /** Whether any value behind these names, lists on the way walked into, passes the test. */
    boolean any(Trail trail, Predicate<Value> test) {
        return content.any(trail, test);
    }

    @Nullable
    JsonNode find(Trail trail) {
        return content.find(trail);
    }

    /** For reading only. */
    ObjectNode node() {
        return content.node();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Document document
                && (content.equals(document.content) || node().equals(document.node()));
    }

    @Override
    public int hashCode() {
        return node().hashCode();
    }

    @Override
    public String toString() {
        return json();
    }
}
