package dev.scimbridge.app;

import dev.scimbridge.app.Settings.AccountTypes;
import dev.scimbridge.app.Settings.Credentials;
import dev.scimbridge.app.Settings.Domains;
import dev.scimbridge.app.Settings.Doors;
import dev.scimbridge.app.Settings.Guards;
import dev.scimbridge.app.Settings.Invites;
import dev.scimbridge.app.Settings.Pace;
import dev.scimbridge.app.Settings.Protected;
import dev.scimbridge.app.Settings.Rules;
import dev.scimbridge.app.Settings.Tls;
import dev.scimbridge.app.Settings.Workspace;
import dev.scimbridge.app.SettingsReader.Outcome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** The settings of a sandbox: the usual ones, with the guards wide open and a quick eye on the workspace. */
final class SandboxSettings {
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration SETTLING = Duration.ofSeconds(1);
    private static final int CALLS_A_SECOND = 100;

    private SandboxSettings() {}

    static Settings of(Sandbox.Choices choices, URI endpoint, Credentials credentials, Path data) {
        Settings usual = usual();
        Pace pace = new Pace(POLL, SETTLING, usual.workspace().pace().callTimeout(), CALLS_A_SECOND);
        return new Settings(
                new Workspace(endpoint, credentials, pace),
                new Doors(
                        choices.scim(),
                        choices.management(),
                        new Tls.None(),
                        Tokens.of(Map.of(SettingsReader.DEFAULT_TOKEN, Admitted.all(Tokens.hash(choices.token())))),
                        usual.doors().writes()),
                data,
                open(usual.rules()),
                usual.alerts(),
                usual.mode());
    }

    private static Rules open(Rules usual) {
        AccountTypes types = usual.accountTypes();
        OptionalInt any = OptionalInt.of(Integer.MAX_VALUE);
        return new Rules(
                types,
                new Guards(any, any, Integer.MAX_VALUE, Protected.NOBODY),
                new Invites(usual.invites().budget(), usual.invites().gap(), Domains.ANY),
                usual.identities(),
                usual.drift());
    }

    /** The defaults, read as ever; what they need besides is replaced above. */
    private static Settings usual() {
        Outcome outcome = SettingsReader.read(
                Map.of(
                        Keys.ENDPOINT.name().usual(),
                        "http://127.0.0.1/",
                        Keys.API_SECRET.name().usual(),
                        Credentials.WORKSPACE_TOKEN,
                        Keys.TOKEN.name().usual(),
                        "replaced".repeat(8)),
                null);
        if (outcome instanceof Outcome.Good good) {
            return good.settings();
        }
        throw new IllegalStateException("the defaults do not agree: " + outcome);
    }
}
