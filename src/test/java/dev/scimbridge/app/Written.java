package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.app.SettingsReader.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an operator may have written. */
final class Written {
    static final String TOKEN = "a-token-that-is-long-enough-for-anyone";
    static final String KEY = "planted-api-key";
    static final String SECRET = "planted-api-secret";

    /** The least that a bridge starts with. */
    static final Map<String, String> ENOUGH = Map.of(
            "PARADIME_API_ENDPOINT", "https://api.acme.io/graphql",
            "PARADIME_API_KEY", KEY,
            "PARADIME_API_SECRET", SECRET,
            "SCIM_BRIDGE_TOKEN", TOKEN);

    private Written() {}

    static Settings settings(Map<String, String> environment, @Nullable Path config) {
        Outcome outcome = SettingsReader.read(environment, config);
        assertThat(outcome).isInstanceOf(Outcome.Good.class);
        return ((Outcome.Good) outcome).settings();
    }

    static List<String> mistakes(Map<String, String> environment, @Nullable Path config) {
        Outcome outcome = SettingsReader.read(environment, config);
        assertThat(outcome).isInstanceOf(Outcome.Wrong.class);
        return ((Outcome.Wrong) outcome).mistakes();
    }
}
