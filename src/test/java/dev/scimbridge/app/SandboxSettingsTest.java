package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.app.Settings.Credentials;
import dev.scimbridge.app.Settings.Door;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a sandbox runs with. */
class SandboxSettingsTest {
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:8081/graphql");
    private static final Credentials CREDENTIALS = new Credentials(new Secret("k"), new Secret("s"), null, null);
    private static final Sandbox.Choices CHOICES = new Sandbox.Choices(
            new Door("0.0.0.0", 8080),
            new Door("0.0.0.0", 9090),
            8081,
            Written.TOKEN,
            new Sandbox.Choices.People(25, Duration.ofSeconds(20)));

    private final Settings settings = SandboxSettings.of(CHOICES, ENDPOINT, CREDENTIALS, Path.of("/tmp/x"));

    @Test
    void it_stands_where_it_was_asked_to_and_takes_its_token_only() {
        assertThat(settings.workspace().endpoint()).isEqualTo(ENDPOINT);
        assertThat(settings.workspace().credentials()).isEqualTo(CREDENTIALS);
        assertThat(settings.doors().scim()).isEqualTo(CHOICES.scim());
        assertThat(settings.doors().tokens().nameOf(Written.TOKEN)).isEqualTo("default");
        assertThat(settings.doors().tokens().names()).hasSize(1);
        assertThat(settings.data()).isEqualTo(Path.of("/tmp/x"));
    }

    @Test
    void its_guards_are_wide_open() {
        OptionalInt any = OptionalInt.of(Integer.MAX_VALUE);
        assertThat(settings.rules().guards())
                .isEqualTo(new Settings.Guards(any, any, Integer.MAX_VALUE, Settings.Protected.NOBODY));
    }
}
