package dev.scimbridge.upstream.graphql;

import static dev.scimbridge.upstream.graphql.Scripted.inviteAnswered;
import static dev.scimbridge.upstream.graphql.Scripted.limitedFor;
import static dev.scimbridge.upstream.graphql.Scripted.refused;
import static dev.scimbridge.upstream.graphql.Scripted.unauthorised;
import static dev.scimbridge.upstream.graphql.Scripted.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Done;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which errors are about the person, and which are about the bridge or the workspace. */
class GraphqlErrorsTest {
    private static Answer<Done> error(String message) {
        return answered(Map.of("message", message));
    }

    private static Answer<Done> coded(String place, Object code, String message) {
        return answered(Map.of("extensions", Map.of(place, code), "message", message));
    }

    private static Answer<Done> answered(Object... errors) {
        return inviteAnswered(200, json(Map.of("errors", List.of(errors))));
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unauthorized",
                "\"Unauthorized\"",
                "401: Unauthorised request",
                "Forbidden",
                "User is not authenticated",
                "Not authorized!",
                "Not  authorised to call inviteUser",
                "Authentication failed",
                "Authentication credentials were not provided.",
                "Permission denied",
                "Access denied: capability missing",
                "Invalid API key",
                "Invalid token",
                "The API key has expired",
                "API key is invalid or has been revoked",
                "Your credentials have been revoked",
                "Api token does not have the required permissions",
                "Insufficient permissions",
                "You do not have permission to perform this action: missing capability",
                "You are not allowed to perform this action",
                "Signature has expired"
            })
    void words_about_credentials_are_not_a_refusal_of_the_person(String message) {
        assertThat(error(message)).isInstanceOf(Answer.Unauthorised.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rate limit exceeded", "You are being rate-limited", "Too many requests", "Throttled."})
    void words_about_too_many_calls_are_a_wait(String message) {
        assertThat(error(message)).isEqualTo(limitedFor(Duration.ofSeconds(30)));
    }

    @Test
    void a_wait_among_errors_is_as_long_as_its_header_says() {
        String body = json(Map.of("errors", List.of(Map.of("message", "Too many requests"))));
        assertThat(inviteAnswered(200, body, "Retry-After", "5")).isEqualTo(limitedFor(Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Internal server error",
                "INTERNAL ERROR",
                "The service is temporarily unavailable",
                "Database unavailable",
                "Request timed out",
                "Timeout after 30 s",
                "Deadline exceeded",
                "Something went wrong",
                "An unexpected error occurred",
                "Please try again later",
                "connection refused"
            })
    void words_about_a_broken_workspace_say_nothing_about_what_happened(String message) {
        assertThat(error(message)).isEqualTo(unknown(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User is not permitted to be invited: already invited",
                "User is not allowed to be invited",
                "author@acme.io has already been invited",
                "unauthorized@acme.io has already been invited",
                "forbidden.fruit@acme.io is disabled",
                "<rate.limit@acme.io>: already a member",
                "The name \"Forbidden\" is reserved",
                "The name 'Internal server error' is reserved",
                "The user's account and the admin's are the same",
                "An accelerated invite is open",
                "The corporate limit of seats is reached",
                "The e-mail address is unavailable",
                "Internal users cannot be invited",
                "The authority has no such user",
                "The invite token has expired",
                "The unauthorizedness of x",
                "Missing key: email",
                "No seats left",
                "Cannot disable the last admin",
                "Value \"FOO\" does not exist in \"UserAccountType\" enum."
            })
    void words_about_the_person_are_a_refusal(String message) {
        assertThat(error(message)).isEqualTo(refused(message));
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHENTICATED, Unauthorised",
        "FORBIDDEN, Unauthorised",
        "permission-denied, Unauthorised",
        "401, Unauthorised",
        "RATE_LIMITED, RateLimited",
        "THROTTLED, RateLimited",
        "TOO_MANY_REQUESTS, RateLimited",
        "INTERNAL_SERVER_ERROR, Unknown",
        "TIMEOUT, Unknown",
        "SERVICE_UNAVAILABLE, Unknown",
        "BAD_USER_INPUT, Refused",
        "GRAPHQL_VALIDATION_FAILED, Refused",
        "SEAT_TAKEN, Refused",
    })
    void a_code_tells_what_an_error_means(String code, String kind) {
        for (String place : List.of("code", "errorType", "classification")) {
            assertThat(coded(place, code, "No.").getClass().getSimpleName()).isEqualTo(kind);
        }
    }

    @Test
    void a_code_is_heard_before_words() {
        assertThat(coded("code", "BAD_USER_INPUT", "Unauthorized")).isEqualTo(refused("Unauthorized"));
        assertThat(coded("code", "FORBIDDEN", "Internal server error"))
                .isEqualTo(unauthorised("Internal server error"));
        assertThat(coded("code", "INTERNAL_SERVER_ERROR", "Already invited")).isEqualTo(unknown("Already invited"));
    }

    @Test
    void a_code_may_be_a_number_and_oddities_are_none() {
        assertThat(coded("code", 403, "No.")).isEqualTo(unauthorised("No."));
        assertThat(coded("code", Map.of("x", "FORBIDDEN"), "No.")).isEqualTo(refused("No."));
        assertThat(answered(Map.of("message", "No.", "extensions", "FORBIDDEN")))
                .isEqualTo(refused("No."));
    }

    @Test
    void of_several_errors_the_first_is_told_unless_one_is_no_refusal() {
        assertThat(answered(Map.of("message", "One"), Map.of("message", "Two"))).isEqualTo(refused("One"));
        assertThat(answered(Map.of("message", "One"), Map.of("message", "Internal server error")))
                .isEqualTo(unknown("Internal server error"));
    }

    @Test
    void an_error_without_a_message_is_still_one() {
        assertThat(answered(Map.of())).isEqualTo(refused("an error without a message"));
        assertThat(answered(Map.of("message", 7))).isEqualTo(refused("7"));
        assertThat(answered("Already invited")).isEqualTo(refused("Already invited"));
        assertThat(answered(List.of())).isEqualTo(refused("an error without a message"));
        assertThat(answered(Map.of("extensions", Map.of("code", "SEAT_TAKEN")))).isEqualTo(refused("SEAT_TAKEN"));
        assertThat(inviteAnswered(200, "{\"errors\":[null]}")).isEqualTo(refused("an error without a message"));
    }

    @Test
    void ok_beside_an_error_is_not_believed_either_way() {
        String body = json(Map.of(
                "errors",
                List.of(Map.of("message", "Mail not sent")),
                "data",
                Map.of("inviteUser", Map.of("ok", true))));
        assertThat(inviteAnswered(200, body)).isEqualTo(unknown("inviteUser answered ok and an error: Mail not sent"));
    }

    @Test
    void words_come_on_one_line_without_control_characters_and_not_too_long() {
        assertThat(error("  Already\r\n\tinvited\u0000\u001b[31m \u202Eoi.emca\u2028. "))
                .isEqualTo(refused("Already invited [31m oi.emca ."));
        String words = ((Answer.Refused<Done>) error("é😀".repeat(1000))).words();
        assertThat(words.codePointCount(0, words.length())).isEqualTo(500);
        assertThat(words).endsWith("…");
    }
}
