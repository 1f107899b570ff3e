package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several tokens: what each may do, and from where. */
class TokenStory {
    private static final String READER = "reader-token-0123456789-0123456789-0123456789";
    private static final String NEAR = "near-token-0123456789-0123456789-0123456789";
    private static final String FAR = "far-token-0123456789-0123456789-0123456789-";
    private static final String SEARCH = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]}";

    private static Stage stage;
    private static Stage proxied;

    @BeforeAll
    static void open() {
        stage = Stage.with(3, TokenStory::tokens);
        proxied = Stage.with(3, bridge -> tokens(bridge).with("SCIM_BRIDGE_TLS", "terminated"));
    }

    private static JarBridge tokens(JarBridge bridge) {
        return bridge.admitting("reader", READER, ", scopes: [read]")
                .admitting("near", NEAR, ", from: [127.0.0.0/8, \"::1\"]")
                .admitting("far", FAR, ", from: [192.0.2.0/24, \"2001:db8::/32\"]");
    }

    @AfterAll
    static void close() {
        stage.close();
        proxied.close();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GET, /Users, 200",
        "GET, /Groups, 200",
        "GET, /ServiceProviderConfig, 200",
        "POST, /Users/.search, 200",
        "POST, /.search, 200",
        "POST, /Users, 403",
        "POST, /Groups, 403",
        "POST, /Bulk, 403",
        "PUT, /Users/1, 403",
        "PATCH, /Users/1, 403",
        "DELETE, /Users/1, 403"
    })
    void a_token_for_reading_writes_nothing(String method, String path, int status) {
        String body = method.equals("GET") || method.equals("DELETE") ? null : SEARCH;
        Scim.Reply reply = stage.bridge.scim(READER).send(method, path, body);
        assertThat(reply.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(reply.detail()).contains("reader", "only read");
        }
    }

    @Test
    void a_token_from_elsewhere_is_none_and_the_log_says_so_once() {
        assertThat(stage.bridge.scim(NEAR).get("/Users").status()).isEqualTo(200);
        Scim.Reply reply = stage.bridge.scim(FAR).get("/Users");
        Scim.Reply unknown = stage.bridge.scim("nobody").get("/Users");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.detail()).isEqualTo(unknown.detail());
        assertThat(stage.bridge
                        .scim(FAR)
                        .get("/Users", "X-Forwarded-For", "192.0.2.1")
                        .status())
                .as("anybody could write that")
                .isEqualTo(401);
        assertThat(stage.bridge.output().lines().filter(line -> line.contains("the token far was presented from")))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.9 | 200",
                "203.0.113.5, 192.0.2.9 | 200",
                "192.0.2.9:4711 | 200",
                "[2001:db8::7]:4711 | 200",
                "2001:db8::7 | 200",
                "192.0.2.9, 203.0.113.5 | 401",
                "unknown | 401"
            })
    void behind_a_proxy_the_last_hop_counts(String hops, int status) {
        assertThat(proxied.bridge
                        .scim(FAR)
                        .get("/Users", "X-Forwarded-For", hops)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void behind_a_proxy_that_says_nothing_nobody_knows() {
        assertThat(proxied.bridge.scim(NEAR).get("/Users").status()).isEqualTo(401);
        assertThat(proxied.bridge.scim(READER).get("/Users").status()).isEqualTo(200);
    }
}
