package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Pattern;

/** What every answer of the SCIM door is held to, whatever was asked and whichever layer met it. */
final class ScimWord {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    /** Frames of a stack trace, names of classes, and who made the server. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)\\bat [a-z]\\w*(\\.\\w+)+\\(|Exception\\b|\\bjava[x.]|\\bjakarta\\b|\\bcom\\.[a-z]+\\.|org\\.glassfish|grizzly|jersey"
                    + "|jackson|unboundid|dev\\.scimbridge|<html|<!doctype");

    private ScimWord() {}

    /** Holds an answer to SCIM: its media type, an error that is one, and nothing of the inside. */
    static void hold(Raw.Heard heard) {
        assertThat(heard.headers()).doesNotContainKeys("server", "x-powered-by");
        if (heard.body().isEmpty()) {
            return;
        }
        assertThat(heard.header("content-type")).isEqualTo("application/scim+json");
        assertThat(heard.body()).doesNotContainPattern(INSIDE);
        JsonNode body = json(heard);
        if (heard.status() >= 400) {
            assertThat(body.path("schemas").path(0).asText()).isEqualTo(ERROR);
            assertThat(body.path("status").asText()).isEqualTo(String.valueOf(heard.status()));
            assertThat(body.path("detail").asText()).isNotBlank();
        } else {
            assertThat(body.path("schemas").isArray()).as("schemas").isTrue();
        }
    }

    /** Holds an answer to be this error. */
    static void holdError(Raw.Heard heard, int status) {
        hold(heard);
        assertThat(heard.status()).as(heard.body()).isEqualTo(status);
        assertThat(heard.body()).isNotEmpty();
    }

    static JsonNode json(Raw.Heard heard) {
        try {
            return JSON.readTree(heard.body());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + heard.body(), e);
        }
    }
}
