package dev.scimbridge.operations;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was said with a command: texts by the names in {@link Usage}. */
public record Parameters(Map<String, String> texts) {
    public Parameters {
        texts = Map.copyOf(texts);
    }

    /** The text, null if nothing was said. */
    public @Nullable String find(String name) {
        String text = texts.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * The text.
     *
     * @throws Refusal if nothing was said
     */
    public String need(String name) {
        String text = find(name);
        if (text == null) {
            throw new Refusal(name + " is missing");
        }
        return text;
    }

    /** Whether a flag is set. */
    public boolean has(String flag) {
        String text = find(flag);
        return text != null && !text.equals("false");
    }
}
