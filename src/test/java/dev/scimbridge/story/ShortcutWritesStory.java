package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Raw.Heard;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An ordinary write is taken in before JAX-RS, and one with a matrix parameter by way of it: nobody can tell. */
class ShortcutWritesStory {
    private static final String READER = "reading-token-0123456789-0123456789-0123456789";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String JSON = "Content-Type: application/scim+json\r\n";
    private static final String BEARER = "Authorization: Bearer " + JarBridge.TOKEN + "\r\n";
    private static final String AT_HOST = "Host: bridge\r\n";

    private static Stage stage;
    private static String user;
    private static String group;

    @BeforeAll
    static void begin() {
        stage = Stage.with(12, bridge -> bridge.admitting("reader", READER, ", scopes: [read]"));
        user = stage.scim().create(Cast.okta(Cast.TESS)).id();
        stage.untilListed(user);
        group = stage.scim()
                .send("POST", "/Groups", "{\"displayName\":\"Cooks\",\"members\":[{\"value\":\"" + user + "\"}]}")
                .id();
        // What is written below is there already, so that each way writes the same.
        stage.scim().send("PATCH", "/Users/" + user, title());
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    private record Write(String method, String target, String headers, String body) {
        Write(String method, String target, String body) {
            this(method, target, AT_HOST + BEARER + JSON, body);
        }

        Write at(String other) {
            return new Write(method, other, headers, body);
        }

        String request() {
            return method + " /scim/v2/" + target + " HTTP/1.1\r\n" + headers + "Content-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body;
        }
    }

    private static String patch(String operation) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation + "]}";
    }

    private static String title() {
        return patch("{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Cook\"}");
    }

    static Stream<Write> writes() {
        return Stream.of(unchanging(), refused(), heads()).flatMap(List::stream);
    }

    private static List<Write> unchanging() {
        return List.of(
                new Write("PATCH", "Users/" + user, title()),
                new Write("PATCH", "Users/" + user + "?attributes=title", title()),
                new Write("PATCH", "Users/" + user + "?excludedAttributes=meta,emails", title()),
                new Write(
                        "PATCH",
                        "Groups/" + group,
                        patch("{\"op\":\"replace\",\"value\":{\"displayName\":\"Cooks\"}}")));
    }

    private static List<Write> refused() {
        String one = "Users/" + user;
        return List.of(
                new Write("PATCH", one + "?attributes=%22", title()),
                new Write("PATCH", one, ""),
                new Write("PATCH", one, "{"),
                new Write("PATCH", one, "[]"),
                new Write("PATCH", one, patch("{\"op\":\"zap\"}")),
                new Write("PATCH", one, "{\"x\":" + "[".repeat(2000) + "]".repeat(2000) + "}"),
                new Write("PATCH", one, " ".repeat((1 << 20) + 1)),
                new Write("PATCH", "Users/" + NOBODY, title()),
                new Write("PATCH", "Users/nobody", title()),
                new Write("PATCH", "Users", title()),
                new Write("PUT", one, "{}"),
                new Write("PUT", "Users/" + NOBODY, Cast.okta("nobody@acme.io")),
                new Write("POST", "Users", Cast.okta(Cast.TESS)),
                new Write("POST", "Users", "{\"userName\":\"\"}"),
                new Write("POST", "Users/", "{\"userName\":7}"),
                new Write("POST", one, Cast.okta(Cast.TESS)),
                new Write(
                        "POST", "Groups", "{\"displayName\":\"Waiters\",\"members\":[{\"value\":\"" + NOBODY + "\"}]}"),
                new Write("DELETE", "Users/" + NOBODY, ""),
                new Write("DELETE", "Groups/" + user, ""),
                new Write("DELETE", "Users", ""),
                new Write("ZAP", one, ""));
    }

    private static List<Write> heads() {
        String one = "Users/" + user;
        return Stream.of(
                        AT_HOST + JSON,
                        AT_HOST + JSON + "Authorization: Bearer wrong\r\n",
                        AT_HOST + JSON + "Authorization: Bearer " + READER + "\r\n",
                        AT_HOST + BEARER,
                        AT_HOST + BEARER + "Content-Type: application/json; charset=utf-8\r\n",
                        AT_HOST + BEARER + "Content-Type: text/plain\r\n",
                        AT_HOST + BEARER + "Content-Type: \r\n",
                        AT_HOST + BEARER + JSON + "Accept: text/html\r\n",
                        AT_HOST + BEARER + JSON + "If-Match: *\r\n",
                        AT_HOST + BEARER + JSON + "If-Match: W/\"nothing\"\r\n",
                        "Host: BRIDGE.example:81\r\n" + BEARER + JSON,
                        BEARER + JSON)
                .map(head -> new Write("PATCH", one, head, title()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void an_answer_does_not_tell_which_way_it_went(Write write) {
        int end = (write.target + "?").split("[/?]", 2)[0].length();
        String detour = write.target.substring(0, end) + ";way=long" + write.target.substring(end);
        assertThat(ask(write)).isEqualTo(ask(write.at(detour)));
    }

    /** But for the moment. */
    private static Heard ask(Write write) {
        Heard heard = Raw.ask(stage.bridge.port(), write.request());
        assertThat(heard.headers().remove("date")).as("the moment").isNotNull();
        return heard;
    }

    @Test
    void what_cannot_be_shown_as_asked_is_not_written() {
        String chef = patch("{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Chef\"}");
        for (String kind : List.of("Users/", "Users;way=long/")) {
            assertThat(ask(new Write("PATCH", kind + user + "?attributes=%22", chef))
                            .status())
                    .isEqualTo(400);
            assertThat(stage.scim().get("/Users/" + user).body().path("title").asText())
                    .isEqualTo("Cook");
        }
    }

    @Test
    void a_life_begins_and_ends_alike_either_way() {
        for (String kind : List.of("Users", "Users;way=long")) {
            Heard created = ask(new Write("POST", kind, Cast.okta("cast." + kind.length() + "@acme.io")));
            assertThat(created.status()).isEqualTo(201);
            String location = created.header("location");
            assertThat(location).contains("://bridge").contains("/scim/v2/Users/");
            assertThat(created.body()).contains("\"location\":\"" + location + "\"");
            String id = location.substring(location.lastIndexOf('/') + 1);
            Heard replaced = ask(new Write(
                    "PUT", kind + "/" + id, "{\"userName\":\"cast." + kind.length() + "@acme.io\",\"title\":\"Sir\"}"));
            assertThat(replaced.status()).isEqualTo(200);
            assertThat(replaced.header("etag")).isNotEqualTo(created.header("etag"));
            Heard deleted = ask(new Write("DELETE", kind + "/" + id, ""));
            assertThat(deleted.status()).isEqualTo(204);
            assertThat(deleted.headers()).doesNotContainKey("content-type");
            assertThat(stage.scim().get("/Users/" + id).status()).isEqualTo(404);
        }
    }
}
