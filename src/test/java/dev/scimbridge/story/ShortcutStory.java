package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Raw.Heard;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An ordinary read is answered before JAX-RS, and a target with a matrix parameter, which means nothing to SCIM, by way of
 * it: nobody can tell one answer from the other.
 */
class ShortcutStory {
    private static final String READER = "reading-token-0123456789-0123456789-0123456789";
    private static final String WRITER = "writing-token-0123456789-0123456789-0123456789";

    private static Stage stage;
    private static Stage proxied;
    private static String user;
    private static String group;

    @BeforeAll
    static void begin() {
        stage = Stage.with(
                12,
                bridge -> bridge.admitting("reader", READER, ", scopes: [read]")
                        .admitting("writer", WRITER, ", scopes: [write]"));
        proxied = Stage.with(3, bridge -> bridge.with("SCIM_BRIDGE_TLS", "terminated"));
        Scim scim = stage.scim();
        user = scim.create(Cast.okta(Cast.TESS)).id();
        stage.untilListed(user);
        String members = "{\"displayName\":\"Cooks\",\"members\":[{\"value\":\"" + user + "\"}]}";
        group = scim.send("POST", "/Groups", members).id();
    }

    @AfterAll
    static void end() {
        stage.close();
        proxied.close();
    }

    static Stream<String> targets() {
        String nobody = "00000000-0000-4000-8000-000000000000";
        return Stream.of(
                        Stream.of("Users", "Groups").flatMap(ShortcutStory::lists),
                        Stream.of("Users/" + user, "Groups/" + group).flatMap(ShortcutStory::shown),
                        Stream.of(
                                "Users/" + user.toUpperCase(Locale.ROOT),
                                "Users/" + nobody,
                                "Groups/" + nobody,
                                "Groups/" + user,
                                "Users/nobody",
                                "Users?filter=userName+eq+%22" + Cast.TESS + "%22",
                                "Users?filter=userName%20eq%20%22" + Cast.TESS + "%22&aadOptscim062020",
                                "Users?filter=externalId+eq+%22nothing%22",
                                "Users?filter=emails%5Btype+eq+%22work%22%5D&count=3",
                                "Groups?filter=members.value+eq+%22" + user + "%22",
                                "Users?sortBy=userName&sortOrder=descending&count=5"))
                .flatMap(each -> each);
    }

    private static Stream<String> lists(String endpoint) {
        return Stream.of(
                        "",
                        "?",
                        "?count=0",
                        "?count=-1",
                        "?count=2&startIndex=3",
                        "?startIndex=0",
                        "?startIndex=99999999999",
                        "?count=abc",
                        "?count=1&count=2",
                        "?filter=",
                        "?filter=id+pr",
                        "?filter=userName+zz+1",
                        "?filter=displayName+eq+%22a%2Bb%22",
                        "?filter=displayName+eq+%22%ff%22",
                        "?attributes=id&attributes=displayName",
                        "?attributes=id&excludedAttributes=meta",
                        "?attributes=1%202",
                        "?cursor=",
                        "?cursor=none",
                        "?cursor=&count=0",
                        "?sortBy=id",
                        "?sortBy=nothing",
                        "?a=%41&&=&b")
                .map(query -> endpoint + query);
    }

    private static Stream<String> shown(String resource) {
        return Stream.of("", "?attributes=id", "?excludedAttributes=meta,members,groups", "?attributes=%22", "?x=1")
                .map(query -> resource + query);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void an_answer_does_not_tell_which_way_it_went(String target) {
        assertSame(stage, target, "Host: bridge\r\nAuthorization: Bearer " + JarBridge.TOKEN + "\r\n");
    }

    static Stream<String> heads() {
        String bearer = "Authorization: Bearer " + JarBridge.TOKEN + "\r\n";
        String host = "Host: bridge\r\n";
        return Stream.of(
                host,
                host + "Authorization: Bearer wrong\r\n",
                host + "Authorization:\r\n",
                host + "Authorization: " + JarBridge.TOKEN + "\r\n",
                host + bearer + bearer,
                host + "Authorization: Bearer " + READER + "\r\n",
                host + "Authorization: Bearer " + WRITER + "\r\n",
                host + bearer + "If-None-Match: *\r\n",
                host + bearer + "If-None-Match: W/\"0\"\r\nIf-None-Match: W/\"1\", *\r\n",
                host + bearer + "If-None-Match: \"\r\n",
                host + bearer + "Accept: text/html\r\nContent-Type: text/plain\r\n",
                host + bearer + "Content-Length: 0\r\n",
                host + bearer + "Content-Type: text/plain\r\nContent-Length: 2\r\n",
                host + bearer + "X-Forwarded-Proto: https\r\nX-Forwarded-Host: scim.acme:8443\r\n",
                host + bearer + "X-Forwarded-Proto: https\r\nX-Forwarded-Host: scim.acme\r\nX-Forwarded-Host: b\r\n",
                host + bearer + "X-Forwarded-Proto: javascript\r\nX-Forwarded-Host: a b\r\n",
                "Host: BRIDGE.example:81\r\n" + bearer,
                "Host: [::1]:443\r\n" + bearer,
                "Host: -\r\n" + bearer,
                "Host:\r\n" + bearer,
                bearer);
    }

    @ParameterizedTest
    @MethodSource("heads")
    void nor_does_it_whatever_the_head_says(String head) {
        String some = proxied.scim()
                .get("/Users?count=1")
                .body()
                .at("/Resources/0/id")
                .asText();
        for (String target : List.of("Users?count=2", "Groups")) {
            assertSame(stage, target, head);
            assertSame(proxied, target, head);
        }
        assertSame(stage, "Users/" + user, head);
        assertSame(stage, "Groups/" + group, head);
        assertSame(proxied, "Users/" + some, head);
    }

    /** What is shown changes with the person, with the groups they are in, and with what those are called. */
    @Test
    void what_was_written_is_read_at_once() {
        String before = body("Users/" + user);
        patch("/Users/" + user, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Cook\"}");
        assertThat(body("Users/" + user)).isNotEqualTo(before).contains("\"title\":\"Cook\"");
        patch("/Groups/" + group, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Chefs\"}");
        assertThat(body("Users/" + user)).contains("\"display\":\"Chefs\"");
        assertThat(body("Users")).contains("\"display\":\"Chefs\"");
        patch("/Groups/" + group, "{\"op\":\"remove\",\"path\":\"members\"}");
        assertThat(body("Users/" + user)).doesNotContain("Chefs");
        assertThat(body("Groups/" + group)).doesNotContain(user);
    }

    @Test
    void an_operator_hears_when_it_was_too() {
        Heard health = Raw.ask(
                stage.bridge.managementPort(),
                "GET /health/live HTTP/1.1\r\nHost: bridge\r\nConnection: close\r\n\r\n");
        assertThat(health.header("date")).endsWith(" GMT");
    }

    private static void patch(String path, String operation) {
        String body =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation + "]}";
        assertThat(stage.scim().send("PATCH", path, body).status()).isBetween(200, 204);
    }

    private static String body(String target) {
        String head = "Host: bridge\r\nAuthorization: Bearer " + JarBridge.TOKEN + "\r\n";
        assertSame(stage, target, head);
        return ask(stage, target, head).body();
    }

    @Test
    void before_the_first_listing_nobody_is_read_either_way() {
        try (Stage dead = Stage.unready(3, bridge -> bridge.with("PARADIME_API_SECRET", "wrong"))) {
            Awaitility.await().atMost(JarBridge.PATIENCE).until(() -> dead.bridge.health("live") == 200);
            Awaitility.await()
                    .atMost(JarBridge.PATIENCE)
                    .until(() -> dead.scim().get("/Users").detail().contains("credentials"));
            for (String target : List.of("Users", "Users/" + user, "Users?count=abc", "Groups", "Groups/x")) {
                String head = "Host: bridge\r\nAuthorization: Bearer " + JarBridge.TOKEN + "\r\n";
                assertThat(ask(dead, target, head).status()).isEqualTo(503);
                assertSame(dead, target, head);
            }
        }
    }

    private static void assertSame(Stage at, String target, String head) {
        int end = (target + "?").split("[/?]", 2)[0].length();
        String detour = target.substring(0, end) + ";way=long" + target.substring(end);
        assertThat(ask(at, target, head)).as(target + "\n" + head).isEqualTo(ask(at, detour, head));
    }

    /** But for what a cursor has of chance in it, and for the moment. */
    private static Heard ask(Stage at, String target, String head) {
        String body = head.contains("Content-Length: 2") ? "{}" : "";
        String request = "GET /scim/v2/" + target + " HTTP/1.1\r\n" + head + "Connection: close\r\n\r\n" + body;
        Heard heard = Raw.ask(at.bridge.port(), request);
        String known = heard.body().replaceAll("\"nextCursor\":\"[^\"]+\"", "\"nextCursor\":\"\"");
        assertThat(heard.headers().remove("date")).as("the moment").isNotNull();
        return new Heard(heard.status(), heard.headers(), known);
    }
}
