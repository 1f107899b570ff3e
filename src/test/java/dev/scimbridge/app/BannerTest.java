package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.app.Banner.Places;
import dev.scimbridge.app.Settings.Door;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person reads at the start. */
class BannerTest {
    private static final Places PLACES = new Places("http", new Door("127.0.0.1", 8080), new Door("127.0.0.1", 9090));

    @Test
    void serve_says_where_everything_is_and_no_secret() {
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put("SCIM_BRIDGE_DATA", "/var/lib/bridge");
        assertThat(Banner.serve("0.1.0", Written.settings(environment, null), PLACES))
                .containsExactly(
                        "scim-bridge 0.1.0",
                        "  SCIM        http://127.0.0.1:8080/scim/v2",
                        "  management  http://127.0.0.1:9090/",
                        "  workspace   api.acme.io, with key and secret",
                        "  data        /var/lib/bridge");
    }

    @Test
    void serve_says_when_nothing_is_changed_and_who_ends_tls() {
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put("SCIM_BRIDGE_MODE", "shadow");
        environment.put("SCIM_BRIDGE_TLS", "terminated");
        List<String> lines = Banner.serve("0.1.0", Written.settings(environment, null), PLACES);
        assertThat(lines.get(0)).endsWith("(shadow: nothing is changed)");
        assertThat(lines.get(1)).endsWith("(TLS ends in front of it)");
    }

    @Test
    void the_sandbox_prints_the_url_the_token_the_console_and_three_commands() {
        List<String> lines = Banner.sandbox("0.1.0", "tok", 25, PLACES);
        assertThat(lines)
                .contains(
                        "  SCIM base URL  http://127.0.0.1:8080/scim/v2",
                        "  bearer token   tok",
                        "  console        http://127.0.0.1:9090/");
        assertThat(lines).filteredOn(line -> line.startsWith("curl ")).hasSize(3);
    }

    @Test
    void a_shell_takes_the_three_commands_as_they_stand() throws Exception {
        String token = "it's \"quoted\" $HOME `x` and more of it";
        List<List<String>> words = Banner.sandbox("0.1.0", token, 25, PLACES).stream()
                .filter(line -> line.startsWith("curl "))
                .map(BannerTest::wordsInAShell)
                .toList();
        String bearer = "Authorization: Bearer " + token;
        assertThat(words.get(0))
                .containsExactly("curl", "-s", "-H", bearer, "http://127.0.0.1:8080/scim/v2/Users?count=3");
        assertThat(words.get(1))
                .startsWith("curl", "-s", "-H", bearer, "-H", "Content-Type: application/scim+json", "-d")
                .endsWith("http://127.0.0.1:8080/scim/v2/Users");
        assertThat(new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(words.get(1).get(7))
                        .path("userName")
                        .asText())
                .isEqualTo("sandy.shore@example.com");
        assertThat(words.get(2)).contains("filter=userName eq \"sandy.shore@example.com\"");
    }

    @Test
    void an_address_that_means_every_interface_is_shown_as_one_that_can_be_called() {
        assertThat(new Places("https", new Door("0.0.0.0", 1), new Door("::", 2)))
                .satisfies(places -> assertThat(places.scimUrl()).isEqualTo("https://127.0.0.1:1/scim/v2"))
                .satisfies(places -> assertThat(places.managementUrl()).isEqualTo("https://[::1]:2/"));
    }

    private static List<String> wordsInAShell(String line) {
        try {
            Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + line).start();
            return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
