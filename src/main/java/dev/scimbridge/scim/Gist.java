package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.messages.PatchOpType;
import dev.scimbridge.scim.PatchOperation.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a write is about, in few words that may be kept: the names of attributes, and the values of those alone that
 * decide what becomes of an account. Never as long as the write.
 */
final class Gist {
    private static final Set<String> TOLD = Set.of("active", "roles");
    private static final int LONGEST = 400;
    private static final int LONGEST_VALUE = 60;

    private Gist() {}

    /** For instance {@code active true, name, roles ADMIN}. */
    static String of(Document document) {
        List<String> words = new ArrayList<>();
        document.node().properties().forEach(field -> {
            JsonNode value = field.getValue();
            String name = field.getKey();
            if (name.contains(":") && value.isObject()) {
                value.fieldNames().forEachRemaining(words::add);
            } else {
                words.add(told(name, value));
            }
        });
        return brief(String.join(", ", words));
    }

    /** For instance {@code replace active false; add roles ADMIN}. */
    static String of(List<PatchOperation> operations, ResourceSchema schema) {
        List<String> words = new ArrayList<>();
        PatchOpType last = null;
        for (PatchOperation each : operations) {
            String said = said(each, schema);
            if (!said.isEmpty()) {
                String verb = each.op().name().toLowerCase(Locale.ROOT) + " ";
                words.add(each.op() == last ? ", " + said : (last == null ? "" : "; ") + verb + said);
                last = each.op();
            }
        }
        return words.isEmpty() ? "nothing that is known here" : brief(String.join("", words));
    }

    private static String said(PatchOperation operation, ResourceSchema schema) {
        Place place = operation.place();
        Attribute sub = place == null ? null : place.sub();
        String inside = sub == null ? "" : "." + sub.name();
        return operation.said(schema).stream()
                .map(each -> told(each, inside))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String told(Said said, String inside) {
        String name = said.of().name();
        return TOLD.contains(name) ? with(name + inside, said.what()) : name + inside;
    }

    private static String told(String name, JsonNode value) {
        return TOLD.contains(name) ? with(name, value) : name;
    }

    private static String with(String name, JsonNode value) {
        List<String> values = new ArrayList<>();
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            JsonNode text = each.isObject() ? Message.find(each, Attribute.VALUE) : each;
            if (text != null && text.isValueNode() && !text.isNull()) {
                values.add(cut(text.asText().replaceAll("[\\s\\p{Cc}]+", " "), LONGEST_VALUE));
            }
        }
        return values.isEmpty() ? name : name + " " + String.join(" ", values);
    }

    private static String brief(String words) {
        return cut(words, LONGEST);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
