package dev.scimbridge.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the workspace says.
 *
 * @param words the gist of it, for the log
 * @param applied whether the workspace is different for it (or, asked a question, answered it)
 */
record Answer(Object body, String words, boolean applied) {
    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same from a later version of the product: fields nobody knows, and an account type nobody knows. */
    Answer fromTheFuture() {
        ObjectNode tree = JSON.valueToTree(body);
        tree.putObject("extensions").put("requestId", "7f3a");
        for (JsonNode field : tree.path("data")) {
            if (field instanceof ObjectNode answer) {
                answer.put("nextCursor", "MTAw").putObject("quota").put("seats", 250);
                answer.path("activeUsers").forEach(Answer::decorate);
                answer.path("invitedUsers").forEach(Answer::decorate);
                if (answer.path("activeUsers") instanceof ArrayNode active && !active.isEmpty()) {
                    ((ObjectNode) active.get(active.size() - 1)).put("accountType", "DATA_SCIENTIST");
                }
            }
        }
        return new Answer(tree, words, applied);
    }

    private static void decorate(JsonNode user) {
        ((ObjectNode) user).put("mfaEnabled", true).putArray("teams").add("analytics");
    }
}
