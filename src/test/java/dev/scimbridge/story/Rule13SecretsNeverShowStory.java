package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.sandbox.Options;
import dev.scimbridge.sandbox.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule 13: secrets never show. Everything goes wrong with secrets planted in it, and none is to be read anywhere. */
class Rule13SecretsNeverShowStory {
    private static final String KEY = "planted-api-key-6f1e0b";
    private static final String SECRET = "planted-api-secret-93b27d";
    private static final String BEARER = "prdm_wsp_planted-bearer-77aa41";
    private static final String SECOND = "planted-second-token-0123456789-0123456789";
    private static final String PASSWORD = "planted-password-51c9";
    private static final String BASIC =
            Base64.getEncoder().encodeToString(JarBridge.TOKEN.getBytes(StandardCharsets.UTF_8));

    /** No secret: it has to be found where the secrets are looked for. */
    private static final String PERSON = "planted.person@acme.io";

    private static final Evidence EVIDENCE = new Evidence();
    private static final Hook HOOK = Hook.open();
    private static Workspace workspace;
    private static Parrot parrot;

    static Stream<String> secrets() {
        return Stream.of(
                KEY, SECRET, BEARER, "planted-bearer", JarBridge.TOKEN, BASIC, SECOND, PASSWORD, Hook.PATH, "w3bh00k");
    }

    @BeforeAll
    static void everything_goes_wrong() {
        workspace = Workspace.start(Options.usual().withPeople(4).withKey(KEY, SECRET));
        parrot = Parrot.before(workspace.endpoint());
        try (JarBridge bridge = bridge()) {
            bridge.start();
            HOOK.failNext(500);
            for (Parrot.Mood mood : Parrot.Mood.values()) {
                parrot.is(mood);
                write(bridge, mood);
                oddRequests(bridge);
                managementPages(bridge);
            }
            parrot.is(Parrot.Mood.UNAUTHORISED);
            await().atMost(JarBridge.PATIENCE).until(() -> bridge.output().contains("Alert credentials-refused"));
            await().atMost(JarBridge.PATIENCE).until(() -> bridge.output().contains("could not be sent"));
            bridge.stop();
            bridge.start();
            managementPages(bridge);
            gather("first", bridge);
        }
        parrot.is(Parrot.Mood.BROKEN);
        withABearerToken();
        wrongSettings();
    }

    @AfterAll
    static void tidies_up() {
        HOOK.close();
        parrot.close();
        workspace.close();
    }

    private static JarBridge bridge() {
        return JarBridge.before(workspace)
                .admitting("second", SECOND)
                .with("PARADIME_API_ENDPOINT", parrot.url())
                .with("SCIM_BRIDGE_WRITES_WAIT", "PT1S")
                .with("SCIM_BRIDGE_ALERTS_WEBHOOK", HOOK.url());
    }

    private static void gather(String name, JarBridge bridge) {
        EVIDENCE.add(name + " command line", bridge.commandLine());
        EVIDENCE.files(bridge.data());
        bridge.stop();
        EVIDENCE.files(bridge.data());
        EVIDENCE.add(name + " output", bridge.output());
    }

    private static void ask(int port, String request) {
        Raw.Heard heard = Raw.ask(port, request);
        EVIDENCE.add("answers", heard.status() + " " + heard.headers() + " " + heard.body());
    }

    private static void write(JarBridge bridge, Parrot.Mood mood) {
        String person = mood == Parrot.Mood.HONEST ? PERSON : mood.name() + "@acme.io";
        ask(bridge.port(), Raw.request("POST", "/Users", Cast.okta(person).replace("1mz050nq", PASSWORD)));
        String id = bridge.scim(SECOND).named(PERSON).id();
        String patch = "{\"Operations\":[{\"op\":\"replace\",\"value\":{\"password\":\"" + PASSWORD
                + "\",\"active\":\"neither\"}}]}";
        ask(bridge.port(), Raw.request("PATCH", "/Users/" + id, patch));
        ask(bridge.port(), Raw.request("PATCH", "/Users/" + id, patch.replace(",\"active\":\"neither\"", "")));
        ask(bridge.port(), Raw.request("PUT", "/Users/" + id, "{\"password\":\"" + PASSWORD + "\", broken"));
        ask(bridge.port(), Raw.request("GET", "/Users/" + id, ""));
        ask(bridge.port(), Raw.request("GET", "/Users", ""));
    }

    /** Tokens where they do not belong. */
    private static void oddRequests(JarBridge bridge) {
        String get = "GET /scim/v2/Users?count=1 HTTP/1.1\r\nHost: bridge\r\n";
        List<String> odd = new ArrayList<>();
        for (String token : List.of(JarBridge.TOKEN, SECOND)) {
            Stream.of(
                            "Authorization: Basic " + BASIC,
                            "Authorization: Bearer " + token + "x",
                            "Authorization: Bearer " + token + "," + token,
                            "Authorization: Bearer Bearer " + token + " " + token,
                            "Authorization: Digest token=\"" + token + "\"",
                            "Cookie: token=" + token,
                            "X-Api-Key: " + token,
                            "If-Match: \"" + token + "\"")
                    .forEach(header -> odd.add(get + header + "\r\nConnection: close\r\n\r\n"));
            odd.add(get.replace("count=1", "access_token=" + token) + "Connection: close\r\n\r\n");
            odd.add(get.replace("/Users?count=1", "/" + token) + "Connection: close\r\n\r\n");
            odd.add(token + " /scim/v2/Users HTTP/1.1\r\nHost: bridge\r\nConnection: close\r\n\r\n");
            odd.add("GET /scim/v2/Users HTTP/1.1\r\nHost: " + token + "\r\nConnection: close\r\n\r\n");
            odd.add(Raw.request("POST", "/Users?token=" + token, "{\"" + token + "\":"));
            odd.add(Raw.request("POST", "/Users", "{\"userName\":\"nobody\",\"token\":\"" + token + "\"}"));
        }
        odd.forEach(request -> ask(bridge.port(), request));
    }

    private static void managementPages(JarBridge bridge) {
        for (String page : List.of("/", "/health/live", "/health/ready", "/operations/people", "/no/" + SECOND)) {
            String request = "GET " + page + " HTTP/1.1\r\nHost: 127.0.0.1:" + bridge.managementPort()
                    + "\r\nScim-Bridge-Operator: story\r\nAuthorization: Bearer " + JarBridge.TOKEN
                    + "\r\nConnection: close\r\n\r\n";
            EVIDENCE.add("pages", Raw.ask(bridge.managementPort(), request).body());
        }
    }

    private static void withABearerToken() {
        try (JarBridge bridge = bridge()) {
            bridge.with("PARADIME_API_SECRET", BEARER).launch();
            await().atMost(JarBridge.PATIENCE).until(() -> bridge.output().contains("no listing"));
            await().atMost(JarBridge.PATIENCE).until(() -> bridge.health("live") == 200);
            managementPages(bridge);
            gather("bearer", bridge);
        }
    }

    /** Each mistake with a secret in it. */
    private static void wrongSettings() {
        try (JarBridge bridge = bridge()) {
            bridge.with("PARADIME_API_ENDPOINT", "https://" + KEY + ":" + SECRET + "@api.acme.io")
                    .with("PARADIME_API_SECRET", BEARER + " with a space")
                    .with("SCIM_BRIDGE_ALERTS_WEBHOOK", "http://hooks.acme.io" + Hook.PATH)
                    .with("SCIM_BRIDGE_DATABASE_URL", "jdbc:postgresql://u:" + SECRET + "@db/x")
                    .with("SCIM_BRIDGE_TOKEN", "planted")
                    .with("SCIM_BRIDGE_TOKN", SECOND)
                    .with("SCIM_BRIDGE_MODE", SECOND);
            assertThat(bridge.launch().ended()).isEqualTo(2);
            assertThat(bridge.output().lines()).hasSizeGreaterThanOrEqualTo(6);
            EVIDENCE.add("mistakes", bridge.output());
        }
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void a_secret_is_nowhere_to_be_read(String secret) {
        assertThat(EVIDENCE.placesOf(secret)).isEmpty();
    }

    /** What is no secret is found in each of the places, and the places are those of the failures. */
    @Test
    void the_search_finds_what_is_there() {
        assertThat(EVIDENCE.placesOf(PERSON))
                .extracting(found -> found.substring(0, found.indexOf(':')))
                .contains("answers", "pages", "first output", "file scim-bridge.db");
        assertThat(EVIDENCE.placesOf("scim-bridge.jar")).anyMatch(found -> found.startsWith("first command line"));
        assertThat(EVIDENCE.placesOf("Alert credentials-refused")).isNotEmpty();
        assertThat(EVIDENCE.placesOf("could not be sent")).isNotEmpty();
        assertThat(EVIDENCE.placesOf("SCIM_BRIDGE_TOKN")).isNotEmpty();
        assertThat(EVIDENCE.placesOf("\"status\":\"401\"")).isNotEmpty();
        assertThat(EVIDENCE.placesOf("•••")).isNotEmpty();
    }
}
