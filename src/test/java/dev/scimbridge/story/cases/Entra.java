package dev.scimbridge.story.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.story.Cast;

/** How Entra writes what it sends. */
final class Entra {
    /** Where the enterprise extension stands in a body. */
    static final String EXTENSION = "/" + Bodies.ENTERPRISE;

    private Entra() {}

    /** Its create, with these attributes, a JSON object, instead of or besides the usual ones. */
    static String create(String userName, String attributes) {
        ObjectNode body = (ObjectNode) Bodies.json(Cast.entra(userName));
        return body.setAll((ObjectNode) Bodies.json(attributes)).toString();
    }

    /** {@code replace} without a path, with a JSON object of attributes. */
    static String replace(String attributes) {
        return "{\"op\":\"replace\",\"value\":" + attributes + "}";
    }
}
