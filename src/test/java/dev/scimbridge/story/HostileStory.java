package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.scimbridge.story.Raw.Heard;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that mean harm, or come from something broken: each is told as a SCIM error, and nobody else notices. */
class HostileStory {
    private static final String OK = Raw.head("GET", "/Users");

    private static Stage stage;

    @BeforeAll
    static void begin() {
        // As behind a proxy, so that its headers are believed too.
        stage = Stage.with(5, bridge -> bridge.with("SCIM_BRIDGE_TLS", "terminated"));
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    private static Heard ask(String request) {
        return Raw.ask(stage.bridge.port(), request);
    }

    static Stream<Arguments> malformed_heads() {
        String many = "X-Padding: x\r\n".repeat(120);
        return Stream.of(
                arguments("a head without end", OK + "X: " + "x".repeat(70_000) + "\r\n\r\n", 431),
                arguments("too many headers", OK + many + "\r\n", 431),
                arguments("a target without end", "GET /scim/v2/Users?x=" + "x".repeat(70_000), 414),
                arguments("a target that is long", Raw.head("GET", "/Users?filter=" + "x".repeat(9_000)) + "\r\n", 400),
                arguments("a version of later", "GET /scim/v2/Users HTTP/2.0\r\nHost: b\r\n\r\n", 505),
                arguments("a version that is none", "GET /scim/v2/Users HTCPCP/1.0\r\nHost: b\r\n\r\n", 400),
                arguments("no version", "GET /scim/v2/Users\r\nHost: b\r\n\r\n", 505),
                arguments("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
                arguments("no Host", "GET /scim/v2/Users HTTP/1.1\r\n\r\n", 400),
                arguments("two Hosts", OK + "Host: elsewhere\r\n\r\n", 400),
                arguments("a Host that is none", OK.replace("Host: bridge", "Host: a b/c") + "\r\n", 400),
                arguments("a Host with a port that is none", OK.replace("Host: bridge", "Host: b:x") + "\r\n", 400),
                arguments("a name with a space", OK + "Content-Length : 5\r\n\r\nhello", 400),
                arguments("a line that is no header", OK + "nonsense\r\n\r\n", 400),
                arguments("a control character in a value", OK + "User-Agent: a\u0001b\r\n\r\n", 400),
                arguments("NUL in a value", OK + "User-Agent: a\u0000b\r\n\r\n", 400),
                arguments("CR alone in a value", OK + "User-Agent: a\rForged: line\r\n\r\n", 400),
                arguments("a length that is none", OK + "Content-Length: abc\r\n\r\n", 400),
                arguments("a length below nothing", OK + "Content-Length: -1\r\n\r\n", 400),
                arguments("a length beyond all", OK + "Content-Length: 99999999999999999999\r\n\r\n", 400),
                arguments("two lengths", OK + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
                arguments(
                        "a length and chunks",
                        OK + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        400),
                arguments(
                        "chunks and a length",
                        OK + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                        400),
                arguments(
                        "chunks before their time",
                        OK.replace("HTTP/1.1", "HTTP/1.0") + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        400),
                arguments("a strange coding", OK + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400),
                arguments("a coding like another", OK + "Transfer-Encoding: chunkedx\r\n\r\n0\r\n\r\n", 400),
                arguments(
                        "a chunk that is none",
                        OK + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n0\r\n\r\n",
                        400),
                arguments("another expectation", OK + "Expect: the-inquisition\r\n\r\n", 417),
                arguments("garbage", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", 400),
                arguments("a method that is no word", OK.replace("GET", "G<T") + "\r\n", 400));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void malformed_heads(String name, String request, int status) {
        ScimWord.holdError(ask(request), status);
    }

    static Stream<Arguments> strange_targets() {
        return Stream.of(
                arguments("/Users/..%2f..%2fetc%2fpasswd", 404),
                arguments("/Users/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc", 400),
                arguments("/../../../../etc/passwd", 400),
                arguments("/Users/%2e%2e%2fUsers", 404),
                arguments("/Users/a%00b", 400),
                arguments("/Users/a%0d%0aLocation:%20x", 400),
                arguments("/Users/%ff%fe", 400),
                arguments("/Users/%c0%af", 400),
                arguments("/Users/%", 400),
                arguments("/Users/a|b", 400),
                arguments("/Users/a]b", 400),
                arguments("/Users/[a]", 400),
                arguments("/Users?filter=userName eq \"x\"", 400),
                arguments("/Users?filter=%ff", 400),
                arguments("/Users;a=b/x", 404),
                arguments("/users", 404),
                arguments("/Me", 501),
                arguments("/Users/" + "x".repeat(10_000), 404),
                arguments("/Users/x/y/z", 404),
                arguments("/../v3/Users", 404),
                arguments("/../../scim/v3/Users", 404));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void strange_targets(String path, int status) {
        ScimWord.holdError(ask(Raw.head("GET", path) + "\r\n"), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "get", "Post", "BREW", "PATCHY"})
    void a_method_that_is_not_known_is_405_and_told_which_are(String method) {
        Heard heard = ask(Raw.head(method, "/Users") + "\r\n");
        ScimWord.holdError(heard, 405);
        assertThat(heard.header("allow")).contains("GET").contains("POST");
    }

    @Test
    void a_tunnel_is_not_dug() {
        ScimWord.holdError(ask("CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere:443\r\n\r\n"), 400);
        ScimWord.holdError(ask(Raw.head("CONNECT", "/Users") + "\r\n"), 400);
        ScimWord.holdError(ask(Raw.head("PRI", "/Users") + "\r\n"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users",
                "/Schemas",
                "/ResourceTypes",
                "/ServiceProviderConfig",
                "/ResourceTypes/User",
                "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"
            })
    void whatever_is_accepted_the_answer_is_scim(String path) {
        for (String accept : new String[] {"text/html", "application/xml;q=1", "///", "*/*;q=0", "image/*, , ;", ""}) {
            Heard heard = ask(Raw.head("GET", path) + "Accept: " + accept + "\r\n\r\n");
            ScimWord.hold(heard);
            assertThat(heard.status()).as(accept + heard.body()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Schemas", "/ResourceTypes", "/ServiceProviderConfig", "/Nothing", "/Users/x"})
    void head_is_get_without_a_body(String path) {
        Heard get = ask(Raw.head("GET", path) + "\r\n");
        Heard head = headWithoutBody(path);
        // Levers are pulled meanwhile for those whom other tests created, and what is shown of them changes.
        for (Heard now = ask(Raw.head("GET", path) + "\r\n"); !now.body().equals(get.body()); ) {
            get = now;
            head = headWithoutBody(path);
            now = ask(Raw.head("GET", path) + "\r\n");
        }
        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.header("content-type")).isEqualTo(get.header("content-type"));
        assertThat(head.header("content-length")).isEqualTo(get.header("content-length"));
    }

    private static Heard headWithoutBody(String path) {
        try (Raw raw = Raw.open(stage.bridge.port())) {
            Heard head = raw.say(Raw.head("HEAD", path) + "Connection: close\r\n\r\n")
                    .hear("HEAD");
            assertThat(raw.isEnded()).as("nothing comes after the head").isTrue();
            return head;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Users/x", "/Schemas", "/ResourceTypes", "/ServiceProviderConfig"})
    void options_names_the_methods(String path) {
        Heard heard = ask(Raw.head("OPTIONS", path) + "\r\n");
        assertThat(heard.status()).isBetween(200, 204);
        assertThat(heard.header("allow")).contains("GET").contains("OPTIONS");
        assertThat(heard.body()).isEmpty();
    }

    static Stream<Arguments> what_is_unusual_but_right() {
        String get = Raw.head("GET", "/Users?count=0");
        return Stream.of(
                arguments("HTTP/1.0", get.replace("HTTP/1.1", "HTTP/1.0") + "\r\n"),
                arguments(
                        "HTTP/1.0 without a host",
                        get.replace("HTTP/1.1", "HTTP/1.0").replace("Host: bridge\r\n", "") + "\r\n"),
                arguments("an absolute target", get.replace("GET ", "GET http://bridge") + "\r\n"),
                arguments("an empty line before", "\r\n" + get + "\r\n"),
                arguments("a line that goes on", get + "X-Folded: one\r\n two\r\n\r\n"),
                arguments("a body with a GET", get + "Content-Length: 2\r\n\r\n{}"),
                arguments(
                        "an offer of HTTP/2",
                        get
                                + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n"),
                arguments("an expectation without a body", get + "Expect: 100-continue\r\n\r\n"),
                arguments("a double slash", get.replace("/Users", "//Users") + "\r\n"),
                arguments("letters of all the world", get + "X-Name: J\u00fcrgen \u5317\u4eac\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_is_unusual_but_right(String name, String request) {
        Heard heard = ask(request);
        ScimWord.hold(heard);
        assertThat(heard.status()).as(heard.body()).isEqualTo(200);
    }

    @Test
    void requests_that_come_together_are_answered_one_by_one() {
        try (Raw raw = Raw.open(stage.bridge.port())) {
            raw.say(OK + "\r\n" + Raw.request("POST", "/Users", Cast.okta("together@acme.io"))
                    + Raw.head("GET", "/Nothing") + "\r\n" + OK + "\r\n");
            assertThat(raw.hear().status()).isEqualTo(200);
            assertThat(raw.hear().status()).isEqualTo(201);
            assertThat(raw.hear().status()).isEqualTo(404);
            assertThat(raw.hear().status()).isEqualTo(200);
        }
    }

    /** Else the answers of somebody who never reads them would pile up. */
    @Test
    void somebody_who_asks_without_end_and_reads_nothing_is_hung_up_on() {
        try (Raw raw = Raw.open(stage.bridge.port())) {
            String large = Cast.plain("large@acme.io").replace("}", ",\"title\":\"" + "x".repeat(900_000) + "\"}");
            String id = stage.scim().create(large).id();
            while (!raw.isRefused()) {
                raw.say(Raw.head("GET", "/Users/" + id) + "\r\n");
            }
            assertThat(ask(OK + "\r\n").status()).isEqualTo(200);
        }
    }

    /** What is told where clients reach the bridge is told in locations, and only if it is a host. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example/x?", "evil.example#", "user@evil.example", "a b", "[::1", "host:port", ""})
    void a_forwarded_host_that_is_none_is_not_believed(String host) {
        String forwarded = "X-Forwarded-Host: " + host + "\r\nX-Forwarded-Proto: javascript\r\n\r\n";
        Heard heard = ask(Raw.head("GET", "/Users?count=1") + forwarded);
        assertThat(ScimWord.json(heard).at("/Resources/0/meta/location").asText())
                .startsWith("http://bridge/scim/v2/Users/");
    }
}
