package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.sandbox.Way;
import dev.scimbridge.story.Scim.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error is a SCIM error, whichever layer meets it, and the door closes with grace. */
class DoorStory {
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(5, bridge -> bridge);
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    static Stream<Arguments> wrongs() {
        return Stream.of(
                Arguments.of("no such endpoint", "GET", "/Nothing", null, 404),
                Arguments.of("no such user", "GET", "/Users/010101001010101011001010101011", null, 404),
                Arguments.of("no such method", "PUT", "/Users", "{}", 405),
                Arguments.of("no such method there", "DELETE", "/Users", null, 405),
                Arguments.of("half a body", "POST", "/Users", "{\"userName\":", 400),
                Arguments.of("no body", "POST", "/Users", "", 400),
                Arguments.of("a list as body", "POST", "/Users", "[]", 400),
                Arguments.of("no userName", "POST", "/Users", "{\"displayName\":\"x\"}", 400),
                Arguments.of("no address", "POST", "/Users", "{\"userName\":\"x\"}", 400),
                Arguments.of("a broken filter", "GET", "/Users?filter=userName+regex+%22x%22", null, 400),
                Arguments.of("a count that is none", "GET", "/Users?count=abc", null, 400),
                Arguments.of("an escape that is none", "GET", "/Users?filter=%zz", null, 400),
                Arguments.of("NUL in an id", "GET", "/Users/a%00b", null, 400),
                Arguments.of("an escaped slash in an id", "GET", "/Users/a%2Fb", null, 404),
                Arguments.of("a filter on schemas", "GET", "/Schemas?filter=id+eq+%22x%22", null, 403),
                Arguments.of("too large a body", "POST", "/Users", "{\"x\":\"" + "x".repeat(2_000_000) + "\"}", 413));
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource("wrongs")
    void what_is_wrong_is_told_as_a_scim_error(String name, String method, String path, String body, int status) {
        String request = body == null ? Raw.head(method, path) + "\r\n" : Raw.request(method, path, body);
        ScimWord.holdError(Raw.ask(stage.bridge.port(), request), status);
    }

    @Test
    void a_stranger_is_told_401_and_how_to_be_let_in_wherever_they_knock() {
        for (String token : new String[] {"non-token", ""}) {
            Scim stranger = stage.bridge.scim(token);
            for (String path : new String[] {"/Users", "/Users/x", "/Nothing", "/ServiceProviderConfig"}) {
                Reply reply = stranger.get(path);
                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.body().path("status").asText()).isEqualTo("401");
                assertThat(reply.detail()).isNotEmpty();
                assertThat(reply.headers().firstValue("WWW-Authenticate"))
                        .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
            }
        }
    }

    @Test
    void discovery_tells_what_is_so() {
        Reply config = stage.scim().get("/ServiceProviderConfig");
        assertThat(config.body().path("patch").path("supported").asBoolean()).isTrue();
        assertThat(config.body().path("bulk").path("supported").asBoolean()).isTrue();
        assertThat(stage.scim().get("/Schemas").total()).isEqualTo(6);
        assertThat(stage.scim()
                        .get("/ResourceTypes/User")
                        .body()
                        .path("endpoint")
                        .asText())
                .isEqualTo("/Users");
        assertThat(stage.scim()
                        .get("/Schemas/urn:ietf:params:scim:schemas:core:2.0:User")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void versions_are_honoured() {
        Reply created = stage.scim().create(Cast.okta("versions@acme.io"));
        stage.untilListed(created.id());
        String version =
                stage.scim().user(created.id()).headers().firstValue("ETag").orElseThrow();
        assertThat(version)
                .isEqualTo(stage.scim()
                        .user(created.id())
                        .body()
                        .path("meta")
                        .path("version")
                        .asText());
        assertThat(stage.scim()
                        .get("/Users/" + created.id(), "If-None-Match", version)
                        .status())
                .isEqualTo(304);
        String title = "{\"Operations\":[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Dr\"}]}";
        assertThat(stage.scim()
                        .send("PATCH", "/Users/" + created.id(), title, "If-Match", "W/\"999\"")
                        .status())
                .isEqualTo(412);
        assertThat(stage.scim()
                        .send("PATCH", "/Users/" + created.id(), title, "If-Match", version)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void sigterm_lets_a_write_that_waits_be_answered() {
        try (Stage closing = Stage.with(5, bridge -> bridge)) {
            closing.control.failNext("inviteUser", Way.hang());
            CompletableFuture<Reply> write = closing.scim().later("POST", "/Users", Cast.okta(Cast.TESS));
            closing.control.awaitHeld(1);
            assertThat(closing.bridge.stop()).isEqualTo(143);
            assertThat(write.join().status()).isEqualTo(201);
            closing.control.drop();
            closing.bridge.start();
            closing.untilState(write.join().id(), "waiting-for-signup");
            assertThat(closing.control.applied("inviteUser")).isEqualTo(1);
        }
    }
}
