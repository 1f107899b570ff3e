package dev.scimbridge.upstream.graphql;

import static dev.scimbridge.upstream.graphql.Scripted.inviteAnswered;
import static dev.scimbridge.upstream.graphql.Scripted.limitedFor;
import static dev.scimbridge.upstream.graphql.Scripted.refused;
import static dev.scimbridge.upstream.graphql.Scripted.unauthorised;
import static dev.scimbridge.upstream.graphql.Scripted.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Done;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an HTTP answer means, whatever the operation. */
class HttpAnswerTest {
    private static final String ALREADY = "{\"errors\":[{\"message\":\"Already invited\"}],\"data\":null}";

    @Test
    void ok_is_done() {
        assertThat(inviteAnswered(200, Scripted.ok())).isEqualTo(new Answer.Data<>(Done.DONE));
    }

    @Test
    void ok_among_things_nobody_asked_for_is_done() {
        String body = "\uFEFF{\"extensions\":{\"cost\":[1,{}]},\"errors\":null,\"data\":{\"x\":[{\"ok\":false}],"
                + "\"inviteUser\":{\"__typename\":\"R\",\"user\":{\"ok\":false},\"ok\":true,\"z\":1}}}";
        assertThat(inviteAnswered(200, body)).isEqualTo(new Answer.Data<>(Done.DONE));
        assertThat(inviteAnswered(200, "{\"errors\":[],\"data\":{\"inviteUser\":{\"ok\":true}}}"))
                .isEqualTo(new Answer.Data<>(Done.DONE));
    }

    @Test
    void ok_false_is_a_refusal() {
        assertThat(inviteAnswered(200, "{\"data\":{\"inviteUser\":{\"ok\":false}}}"))
                .isEqualTo(refused("the workspace answered inviteUser with ok: false"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404, 409, 413, 422})
    void an_error_of_graphql_is_a_refusal_in_its_own_words(int status) {
        assertThat(inviteAnswered(status, ALREADY)).isEqualTo(refused("Already invited"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refused_credentials_are_no_refusal_of_the_person(int status) {
        assertThat(inviteAnswered(status, "<html>no</html>")).isEqualTo(unauthorised("HTTP " + status));
        assertThat(inviteAnswered(status, "")).isEqualTo(unauthorised("HTTP " + status));
        assertThat(inviteAnswered(status, "{\"errors\":[{\"message\":\"Key expired\"}]}"))
                .isEqualTo(unauthorised("HTTP " + status + ": Key expired"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "7, 7",
        "3600, 3600",
        "86400, 3600",
        "999999999999999999, 3600",
        "-5, 30",
        "1.5, 30",
        "soon, 30",
        "'', 30",
        "'Mon, 02 Mar 2026 12:01:30 GMT', 90",
        "'Mon, 02 Mar 2026 11:00:00 GMT', 1",
        "'Tue, 03 Mar 2026 12:00:00 GMT', 3600",
        "'Monday, 02-Mar-26 12:01:30 GMT', 90"
    })
    void too_many_calls_wait_as_long_as_they_are_told_within_reason(String retryAfter, int seconds) {
        assertThat(inviteAnswered(429, ALREADY, "Retry-After", retryAfter))
                .isEqualTo(limitedFor(Duration.ofSeconds(seconds)));
    }

    @Test
    void too_many_calls_wait_half_a_minute_when_told_nothing() {
        assertThat(inviteAnswered(429, "")).isEqualTo(limitedFor(Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 520})
    void nobody_knows_what_happened_behind_a_broken_server(int status) {
        assertThat(inviteAnswered(status, "<html>oops</html>", "Retry-After", "120"))
                .isEqualTo(unknown("HTTP " + status));
        assertThat(inviteAnswered(status, ALREADY)).isEqualTo(unknown("HTTP " + status + ": Already invited"));
        assertThat(inviteAnswered(status, Scripted.ok())).isEqualTo(unknown("HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed(int status) {
        try (Scripted scripted = new Scripted()) {
            String there = scripted.server.url("/there").toString();
            scripted.says(status, "", "Location", there).says(200, Scripted.ok());
            assertThat(scripted.invite()).isEqualTo(unknown("HTTP " + status + ", a redirect; is the endpoint right?"));
            assertThat(scripted.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void nothing_is_sent_twice_even_when_the_server_asks_for_it() {
        for (int status : new int[] {408, 421, 503}) {
            try (Scripted scripted = new Scripted()) {
                scripted.says(status, "", "Retry-After", "0").says(200, Scripted.ok());
                assertThat(scripted.invite()).asString().startsWith("Unknown[words=HTTP " + status);
                assertThat(scripted.server.getRequestCount()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 413, 422})
    void a_wrong_endpoint_is_an_outage(int status) {
        assertThat(inviteAnswered(status, "<html>nginx</html>", "Content-Type", "text/html; charset=utf-8"))
                .isEqualTo(unknown("HTTP " + status + ", the answer is not JSON (text/html; charset=utf-8)"));
        assertThat(inviteAnswered(status, "{\"message\":\"no route\"}"))
                .isEqualTo(unknown("HTTP " + status + ", not a GraphQL answer; is the endpoint right?"));
        assertThat(inviteAnswered(status, Scripted.ok())).isInstanceOf(Answer.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the answer is empty",
                "<html>sign in</html>|the answer is not JSON (text/html)",
                "ok|the answer is not JSON (text/html)",
                "[]|the answer is not a GraphQL answer",
                "true|the answer is not a GraphQL answer",
                "{\"data\":{\"inviteUser\":{\"ok\":true}|the answer ended early",
                "{\"data\":{\"inviteUser\":{\"ok\":true}}} {}|the answer goes on after its end",
                "{\"data\":{\"inviteUser\":{\"ok\":true,\"ok\":false}}}|the answer is not JSON (text/html)",
                "{\"errors\":{\"message\":\"x\"}}|the answer is not a GraphQL answer: errors is not a list",
            })
    void garbage_says_nothing_about_what_happened(String body, String words) {
        assertThat(inviteAnswered(200, body, "Content-Type", "text/html")).isEqualTo(unknown("HTTP 200, " + words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":null}",
                "{\"data\":[]}",
                "{\"data\":{}}",
                "{\"data\":{\"inviteUser\":null}}",
                "{\"data\":{\"inviteUser\":true}}",
                "{\"data\":{\"inviteUser\":{}}}",
                "{\"data\":{\"inviteUser\":{\"ok\":null}}}",
                "{\"data\":{\"inviteUser\":{\"ok\":\"true\"}}}",
                "{\"data\":{\"inviteUser\":{\"ok\":{\"ok\":true}}}}",
                "{\"data\":{\"disableUser\":{\"ok\":true}}}",
                "{\"inviteUser\":{\"ok\":true}}"
            })
    void an_answer_to_something_else_says_nothing_about_what_happened(String body) {
        assertThat(inviteAnswered(200, body)).isEqualTo(unknown("the answer lacks data.inviteUser.ok"));
    }

    @Test
    void an_answer_that_is_too_large_is_not_read_to_its_end() {
        String body = "{\"pad\":\"" + "x".repeat(200) + "\",\"data\":{\"inviteUser\":{\"ok\":true}}}";
        Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), 100, 1 << 20);
        try (Scripted scripted = new Scripted(limits).says(200, body)) {
            assertThat(scripted.invite()).isEqualTo(unknown("HTTP 200, the answer is larger than 100 bytes"));
        }
        assertThat(inviteAnswered(200, body)).isEqualTo(new Answer.Data<>(Done.DONE));
    }

    @Test
    void a_packed_answer_is_measured_unpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(" ".repeat(2 << 20).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(packed.size()).isLessThan(10_000);
        try (Scripted scripted = new Scripted()) {
            scripted.server.enqueue(new MockResponse.Builder()
                    .addHeader("Content-Encoding", "gzip")
                    .body(new Buffer().write(packed.toByteArray()))
                    .build());
            assertThat(scripted.invite()).isEqualTo(unknown("HTTP 200, the answer is larger than 1048576 bytes"));
        }
    }

    @Test
    void an_answer_nested_too_deep_is_garbage() {
        String body = "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThat(inviteAnswered(200, body)).isInstanceOf(Answer.Unknown.class);
    }
}
