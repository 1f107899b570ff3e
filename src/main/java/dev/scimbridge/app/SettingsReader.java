package dev.scimbridge.app;

import dev.scimbridge.app.Settings.AccountTypes;
import dev.scimbridge.app.Settings.Alerts;
import dev.scimbridge.app.Settings.Credentials;
import dev.scimbridge.app.Settings.Door;
import dev.scimbridge.app.Settings.Doors;
import dev.scimbridge.app.Settings.Guards;
import dev.scimbridge.app.Settings.Identities;
import dev.scimbridge.app.Settings.Invites;
import dev.scimbridge.app.Settings.Pace;
import dev.scimbridge.app.Settings.Protected;
import dev.scimbridge.app.Settings.Rules;
import dev.scimbridge.app.Settings.Tls;
import dev.scimbridge.app.Settings.Workspace;
import dev.scimbridge.app.Settings.Writes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** From the environment and a file to {@link Settings}, or to every mistake at once. */
final class SettingsReader {
    /** The name of the token that has none of its own. */
    static final String DEFAULT_TOKEN = "default";

    private final Sheet sheet;

    private SettingsReader(Sheet sheet) {
        this.sheet = sheet;
    }

    /** What came of reading. */
    sealed interface Outcome {
        /** No mistake. */
        record Good(Settings settings) implements Outcome {}

        /**
         * Some mistake.
         *
         * @param mistakes one line each, in the order of the table, without any secret
         */
        record Wrong(List<String> mistakes) implements Outcome {}
    }

    static Outcome read(Map<String, String> environment, @Nullable Path config) {
        Sheet sheet = new Sheet(environment, config);
        new Agreement(sheet).check();
        sheet.complainAboutUnknown();
        List<String> mistakes = sheet.mistakes();
        return mistakes.isEmpty()
                ? new Outcome.Good(new SettingsReader(sheet).settings())
                : new Outcome.Wrong(mistakes);
    }

    private Settings settings() {
        return new Settings(workspace(), doors(), sheet.value(Keys.DATA), rules(), alerts(), sheet.value(Keys.MODE));
    }

    private Workspace workspace() {
        return new Workspace(
                sheet.value(Keys.ENDPOINT),
                new Credentials(
                        sheet.maybe(Keys.API_KEY),
                        sheet.value(Keys.API_SECRET),
                        sheet.maybe(Keys.WORKSPACE_UID),
                        sheet.maybe(Keys.API_EXPIRES)),
                new Pace(
                        sheet.value(Keys.POLL_INTERVAL),
                        sheet.value(Keys.SETTLING),
                        sheet.value(Keys.CALL_TIMEOUT),
                        sheet.value(Keys.MAX_RATE)));
    }

    private Doors doors() {
        return new Doors(
                new Door(sheet.value(Keys.HOST), sheet.value(Keys.PORT)),
                new Door(sheet.value(Keys.MANAGEMENT_HOST), sheet.value(Keys.MANAGEMENT_PORT)),
                tls(),
                tokens(),
                new Writes(sheet.value(Keys.WRITES_WAIT), sheet.value(Keys.WRITES_ON_OUTAGE)));
    }

    private Tls tls() {
        Path certificate = sheet.maybe(Keys.TLS_CERTIFICATE);
        if (certificate != null) {
            return new Tls.Files(certificate, sheet.value(Keys.TLS_KEY));
        }
        return sheet.has(Keys.TLS) ? new Tls.Terminated() : new Tls.None();
    }

    private Tokens tokens() {
        Map<String, Admitted> tokens = new LinkedHashMap<>();
        String token = sheet.maybe(Keys.TOKEN);
        if (token != null) {
            tokens.put(DEFAULT_TOKEN, Admitted.all(token));
        }
        tokens.putAll(Objects.requireNonNullElse(sheet.maybe(Keys.TOKENS), Map.of()));
        return Tokens.of(tokens);
    }

    private Rules rules() {
        return new Rules(
                accountTypes(),
                guards(),
                new Invites(
                        sheet.value(Keys.INVITES_BUDGET),
                        sheet.value(Keys.INVITES_GAP),
                        sheet.value(Keys.INVITES_DOMAINS)),
                new Identities(sheet.value(Keys.RENAME), sheet.value(Keys.EMAIL_FROM)),
                sheet.value(Keys.DRIFT_POLICY));
    }

    private Alerts alerts() {
        return new Alerts(sheet.maybe(Keys.ALERTS_WEBHOOK), sheet.value(Keys.ALERTS_REMINDER));
    }

    private AccountTypes accountTypes() {
        return new AccountTypes(
                sheet.value(Keys.TYPES_DEFAULT).orElse(null),
                sheet.value(Keys.TYPES_GRANTABLE).orElse(null),
                sheet.value(Keys.TYPES_RANK),
                Objects.requireNonNullElse(sheet.maybe(Keys.TYPES_ALIASES), Map.of()),
                Objects.requireNonNullElse(sheet.maybe(Keys.TYPES_GROUPS), Map.of()));
    }

    private Guards guards() {
        return new Guards(
                number(Keys.MAX_DEACTIVATIONS),
                number(Keys.MAX_INVITATIONS),
                sheet.value(Keys.MAX_PRIVILEGED_GRANTS),
                Objects.requireNonNullElse(sheet.maybe(Keys.PROTECTED), Protected.NOBODY));
    }

    private OptionalInt number(Setting<Integer> setting) {
        Integer number = sheet.maybe(setting);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
