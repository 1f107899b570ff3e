package dev.scimbridge.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One setting as the user wrote it.
 *
 * @param as the name they wrote, for instance {@code SCIM_BRIDGE_PORT} or {@code port}
 * @param node a text from the environment; from YAML also a list or a map
 */
record Given(String as, JsonNode node) {
    /**
     * Longer values are not repeated in a message. A token has at least 32 characters, so that one which was put in
     * the wrong place does not show.
     */
    private static final int LONGEST_SHOWN = 31;

    static Given text(String as, String text) {
        return new Given(as, TextNode.valueOf(text));
    }

    /** Whether nothing stands after the name, which is as good as no name. */
    boolean isEmpty() {
        return node.isNull() || (node.isValueNode() && node.asText().isBlank());
    }

    /** The text, or null if this is a list or a map. */
    @Nullable
    String text() {
        return node.isValueNode() ? node.asText().strip() : null;
    }

    /** The entries of a list or of a text with commas; null if there are others than texts among them. */
    @Nullable
    List<String> items() {
        if (!node.isArray()) {
            String text = text();
            return text == null ? null : entries(Arrays.stream(text.split(",", -1)));
        }
        List<String> items = new ArrayList<>();
        for (JsonNode item : node) {
            if (!item.isValueNode()) {
                return null;
            }
            items.add(item.asText());
        }
        return entries(items.stream());
    }

    private static List<String> entries(Stream<String> items) {
        return items.map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    /** A value as a message may repeat it. */
    static String shown(String value) {
        boolean plain = value.length() <= LONGEST_SHOWN
                && !value.contains("prdm_")
                && value.chars().noneMatch(Character::isISOControl);
        return plain ? '"' + value + '"' : "the value (" + value.length() + " characters)";
    }
}
