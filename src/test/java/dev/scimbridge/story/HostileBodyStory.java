package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.scimbridge.story.Raw.Heard;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are too large, too slow, in a strange code or with more in them than meets the eye. */
class HostileBodyStory {
    private static final int LARGEST = 1 << 20;
    private static final String POST = Raw.head("POST", "/Users") + "Content-Type: application/scim+json\r\n";

    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(5, bridge -> bridge);
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    private static Heard ask(String request) {
        return Raw.ask(stage.bridge.port(), request);
    }

    /** Somebody with so many bytes in all. */
    private static String sized(String userName, int bytes) {
        String start = Cast.plain(userName).replace("}", ",\"x\":\"" + "x".repeat(900_000) + "\",\"y\":\"");
        return start + "y".repeat(bytes - start.length() - 2) + "\"}";
    }

    @Test
    void the_largest_body_is_taken_and_one_byte_more_is_413() {
        assertThat(ask(Raw.request("POST", "/Users", sized("largest@acme.io", LARGEST)))
                        .status())
                .isEqualTo(201);
        ScimWord.holdError(ask(Raw.request("POST", "/Users", sized("larger@acme.io", LARGEST + 1))), 413);
    }

    @Test
    void a_length_that_is_too_large_is_413_before_a_byte_of_it_is_sent() {
        ScimWord.holdError(ask(POST + "Content-Length: " + (LARGEST + 1) + "\r\n\r\n"), 413);
        String patient = POST + "Expect: 100-continue\r\nContent-Length: 9999999999\r\n\r\n";
        try (Raw raw = Raw.open(stage.bridge.port())) {
            ScimWord.holdError(raw.say(patient).one("POST"), 413);
        }
    }

    @Test
    void chunks_without_end_are_413() {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        ScimWord.holdError(ask(POST + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(20)), 413);
    }

    @Test
    void chunks_of_any_size_make_a_body() {
        StringBuilder chunks = new StringBuilder(POST + "Transfer-Encoding: chunked\r\n\r\n");
        for (char c : Cast.okta("chunks@acme.io").toCharArray()) {
            chunks.append("1\r\n").append(c).append("\r\n");
        }
        assertThat(ask(chunks + "0\r\nX-Trailer: passed over\r\n\r\n").status()).isEqualTo(201);
    }

    @Test
    void who_asks_whether_to_go_on_is_told_so_once() {
        String body = Cast.okta("expecting@acme.io");
        String head = POST + "Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n";
        try (Raw raw = Raw.open(stage.bridge.port())) {
            assertThat(raw.say(head).one("POST").status()).isEqualTo(100);
            assertThat(raw.say(body).one("POST").status()).isEqualTo(201);
            assertThat(raw.say(Raw.head("GET", "/Users") + "\r\n").one("GET").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_stranger_s_body_is_not_waited_for() {
        Heard heard = ask(POST.replace(JarBridge.TOKEN, "stranger") + "Content-Length: 1000\r\n\r\n{");
        ScimWord.holdError(heard, 401);
        assertThat(heard.header("www-authenticate")).startsWith("Bearer");
    }

    static Stream<Arguments> media_types() {
        return Stream.of(
                arguments("Content-Type: text/plain\r\n", 415),
                arguments("Content-Type: application/x-www-form-urlencoded\r\n", 415),
                arguments("Content-Type: multipart/form-data; boundary=x\r\n", 415),
                arguments("Content-Type: nonsense\r\n", 415),
                arguments("Content-Type: application/scim+json; charset=\"\r\n", 409),
                arguments("Content-Type: ;;;\r\n", 415),
                arguments("Content-Type: application/scim+json\r\nContent-Encoding: gzip\r\n", 415),
                arguments("Content-Type: application/scim+json\r\nContent-Encoding: identity\r\n", 409),
                arguments("Content-Type: application/json; charset=utf-8\r\n", 409),
                arguments("Content-Type: APPLICATION/JSON\r\n", 409),
                arguments("", 409));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void media_types(String headers, int status) {
        stage.scim().create(Cast.okta("media@acme.io"));
        String body = Cast.okta("media@acme.io");
        String length = "Content-Length: " + body.length() + "\r\n\r\n";
        ScimWord.holdError(ask(Raw.head("POST", "/Users") + headers + length + body), status);
    }

    static Stream<String> texts_that_are_no_clean_object() {
        String user = "{\"userName\":\"x@acme.io\",";
        return Stream.of(
                user + "\"x\":" + "[".repeat(60) + "]".repeat(60) + "}",
                user + "\"x\":\"" + "x".repeat(1_000_001) + "\"}",
                user + "\"x\":" + "9".repeat(1_000) + "}",
                user + "\"userName\":\"y@acme.io\"}",
                user + "\"USERNAME\":\"y@acme.io\"}",
                user + "\"title\":\"\\ud83d\"}",
                user + "\"title\":\"a\\u0000b\"}",
                user + "\"title\":\"a\nb\"}",
                user + "\"x\":NaN}",
                user + "\"x\":-Infinity}",
                user + "}",
                user + "\"x\":1}}",
                "[" + "[".repeat(100_000),
                "\u0000\u0000",
                "true");
    }

    @ParameterizedTest
    @MethodSource
    void texts_that_are_no_clean_object(String body) {
        Heard heard = ask(Raw.request("POST", "/Users", body));
        ScimWord.holdError(heard, 400);
        assertThat(ScimWord.json(heard).path("scimType").asText()).isEqualTo("invalidSyntax");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] body = "{\"userName\":\"J\u00fcrgen@acme.io\"}".getBytes(StandardCharsets.ISO_8859_1);
        try (Raw raw = Raw.open(stage.bridge.port())) {
            raw.say(POST + "Content-Length: " + body.length + "\r\n\r\n").say(body);
            ScimWord.holdError(raw.hear(), 400);
        }
    }

    /** What goes to the workspace and into logs is one line; free text is as it was sent. */
    @Test
    void line_breaks_are_refused_in_a_name_and_kept_in_free_text() {
        for (String marked : List.of("userName", "emails")) {
            String body = Cast.okta("lines@acme.io")
                    .replaceFirst("(?s)(" + marked + ".*?@acme\\.io)", "$1\\\\r\\\\nForged: line");
            Heard heard = ask(Raw.request("POST", "/Users", body));
            ScimWord.holdError(heard, 400);
            assertThat(ScimWord.json(heard).path("scimType").asText()).isEqualTo("invalidValue");
        }
        String body = Cast.okta("lines@acme.io").replace("Tess User", "Tess\\r\\nUser");
        Heard heard = ask(Raw.request("POST", "/Users", body));
        assertThat(heard.status()).isEqualTo(201);
        assertThat(ScimWord.json(heard).path("displayName").asText()).isEqualTo("Tess\r\nUser");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users?filter=", "/Users?filter=title+eq+%22x%22+or+"})
    void a_filter_that_is_too_long_or_too_deep_is_refused(String start) {
        for (String rest :
                List.of("title+eq+%22" + "x".repeat(8_200) + "%22", "(".repeat(51) + "title+pr" + ")".repeat(51))) {
            Heard heard = ask(Raw.head("GET", start + rest) + "\r\n");
            ScimWord.holdError(heard, 400);
            assertThat(ScimWord.json(heard).path("scimType").asText()).isEqualTo("invalidFilter");
        }
    }

    /** More of them than there are workers, half of them in the head and half in the body. */
    @Test
    void a_hundred_slow_clients_hold_nobody_up_and_are_ended_at_last() {
        String id = stage.scim().create(Cast.okta("quick@acme.io")).id();
        List<Raw> slow = IntStream.range(0, 100)
                .mapToObj(i ->
                        Raw.open(stage.bridge.port()).say(i % 2 == 0 ? POST : POST + "Content-Length: 9999\r\n\r\n{"))
                .toList();
        try {
            for (int i = 0; i < 40; i++) {
                slow.forEach(each -> each.say("x"));
                assertThat(stage.scim().get("/Users?count=1").status()).isEqualTo(200);
                assertThat(stage.scim()
                                .patch(id, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"" + i + "\"}")
                                .status())
                        .isEqualTo(200);
            }
            assertThat(slow).as("still on their way").noneMatch(Raw::hasNews);
            await().atMost(JarBridge.PATIENCE).until(() -> {
                slow.forEach(each -> each.say("x"));
                return slow.stream().allMatch(Raw::hasNews);
            });
            slow.forEach(each -> ScimWord.holdError(each.hear("POST"), 408));
            assertThat(slow).allMatch(Raw::isEnded);
        } finally {
            slow.forEach(Raw::close);
        }
    }
}
