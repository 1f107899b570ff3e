package dev.scimbridge.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.store.AuditLog.End;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Link;
import dev.scimbridge.store.Micros;
import dev.scimbridge.store.Payload;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of an exported audit chain: an entry, or the end, both as JSON. An entry has {@code seq at kind payload
 * previous hash}, which are chained, then what it says: {@code salt person actor client asked meant called answered
 * why}, each missing where there is nothing. The end has {@code entries}, {@code hash} and {@code pseudonymised}.
 */
final class ExportLine {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;

    private ExportLine(JsonNode node) {
        this.node = node;
    }

    /** The line, or null if it cannot be read. */
    static @Nullable ExportLine read(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            return node != null && node.isObject() ? new ExportLine(node) : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    static String of(Link link, @Nullable Payload payload) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("seq", link.seq()).put("at", link.moment().toString()).put("kind", link.kind());
        line.put("payload", link.payload()).put("previous", link.previous()).put("hash", link.hash());
        if (payload != null) {
            said(payload).forEach((name, value) -> {
                if (value != null) {
                    line.put(name, value);
                }
            });
        }
        return line.toString();
    }

    private static Map<String, @Nullable String> said(Payload payload) {
        Entry.By by = payload.by();
        Entry.Words words = payload.words();
        Map<String, @Nullable String> said = new LinkedHashMap<>();
        said.put("salt", payload.salt());
        said.put("person", payload.person());
        said.put("actor", by == null ? null : by.actor());
        said.put("client", by == null ? null : by.client());
        said.put("asked", words.asked());
        said.put("meant", words.meant());
        said.put("called", words.called());
        said.put("answered", words.answered());
        said.put("why", words.why());
        return said;
    }

    static String end(End end, boolean pseudonymised) {
        return MAPPER.createObjectNode()
                .put("entries", end.entries())
                .put("hash", end.hash())
                .put("pseudonymised", pseudonymised)
                .toString();
    }

    /** How the chain is said to end, null if this is an entry. */
    @Nullable
    End end() {
        return node.has("entries")
                ? new End(node.path("entries").asLong(), node.path("hash").asText())
                : null;
    }

    boolean isPseudonymised() {
        return node.path("pseudonymised").asBoolean();
    }

    /** The entry's place in the chain; null if it cannot be one. */
    @Nullable
    Link link() {
        try {
            long at = Micros.of(Instant.parse(node.path("at").asText()));
            return new Link(
                    node.path("seq").asLong(), at, need("kind"), need("payload"), need("previous"), need("hash"));
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    Payload payload() {
        Entry.Words words =
                new Entry.Words(find("asked"), find("meant"), find("called"), find("answered"), find("why"));
        return new Payload(find("salt"), find("person"), Payload.by(find("actor"), find("client")), words);
    }

    private String need(String name) {
        return node.path(name).asText();
    }

    private @Nullable String find(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }
}
