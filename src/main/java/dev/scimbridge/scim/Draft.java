package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.ResourceSchema.Extension;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document while a PATCH is applied to it. It shares the nodes of the document it came from, copies what it changes,
 * and is thrown away when an operation fails. Lists stay open between operations, so that a thousand operations on a
 * long one cost a thousand steps.
 */
final class Draft {
    private final ObjectNode top;
    private final Map<Attribute, Elements> lists = new HashMap<>();

    Draft(ObjectNode document) {
        this.top = Json.object();
        top.setAll(document);
    }

    @Nullable
    JsonNode value(Attribute attribute) {
        String urn = attribute.urn();
        JsonNode holder = urn == null ? top : top.get(urn);
        return holder == null ? null : holder.get(attribute.name());
    }

    void put(Attribute attribute, @Nullable JsonNode value) {
        String urn = attribute.urn();
        if (urn == null) {
            put(top, attribute.name(), value);
            return;
        }
        ObjectNode copy = Json.object();
        if (top.get(urn) instanceof ObjectNode there) {
            copy.setAll(there);
        }
        put(copy, attribute.name(), value);
        put(top, urn, copy.isEmpty() ? null : copy);
    }

    private static void put(ObjectNode node, String name, @Nullable JsonNode value) {
        if (value == null) {
            node.remove(name);
        } else {
            node.set(name, value);
        }
    }

    /** The values of a multi-valued attribute, open for change. */
    Elements elements(Attribute attribute) {
        return lists.computeIfAbsent(attribute, absent -> new Elements(absent, value(absent)));
    }

    void clear(Extension extension) {
        for (Attribute each : extension.attributes().values()) {
            if (each.multiValued()) {
                elements(each).clear();
            }
        }
        top.remove(extension.urn());
    }

    ObjectNode finish() {
        lists.forEach((attribute, elements) -> {
            if (elements.changed()) {
                put(attribute, elements.toNode());
            }
        });
        return Keys.inOrder(top);
    }
}
