package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A document in the making: one copy, put in order once, where {@link Document#with} and {@link Document#copying} make
 * one at each step. Speaks of attributes at the top only.
 */
public final class Made {
    private final ObjectNode node = Json.object();

    private Made() {}

    public static Made afresh() {
        return new Made();
    }

    /** Beginning with all that another document says. */
    public static Made from(Document begun) {
        Made made = new Made();
        made.node.setAll(begun.node());
        return made;
    }

    /** As {@link Document#with}. */
    public Made with(String attribute, Object value) {
        JsonNode said = Document.made(value);
        return saying(attribute, ValueReader.unassigned(said) ? null : said);
    }

    /** As {@link Document#copying}. */
    public Made copying(String attribute, Document from) {
        return saying(attribute, from.find(attribute));
    }

    private Made saying(String attribute, @Nullable JsonNode value) {
        if (value == null) {
            node.remove(attribute);
        } else {
            node.set(attribute, value);
        }
        return this;
    }

    /** Not to be changed from now on. */
    public Document done() {
        return new Document(Keys.inOrder(node));
    }
}
