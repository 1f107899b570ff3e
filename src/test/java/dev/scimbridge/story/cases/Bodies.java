package dev.scimbridge.story.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** What the cases send besides what the {@link dev.scimbridge.story.Cast cast} says. */
final class Bodies {
    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private Bodies() {}

    /** {@code P[…]}. */
    static String patch(String... operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                + String.join(",", operations) + "]}";
    }

    /** What was read, with a change, to be sent back. */
    static String edited(JsonNode read, Consumer<ObjectNode> change) {
        ObjectNode copy = ((ObjectNode) read).deepCopy();
        change.accept(copy);
        return copy.toString();
    }
}
