package dev.scimbridge.app;

import static dev.scimbridge.app.Setting.optional;
import static dev.scimbridge.app.Setting.required;
import static dev.scimbridge.app.Setting.usually;

import dev.scimbridge.app.Settings.Domains;
import dev.scimbridge.app.Settings.Drift;
import dev.scimbridge.app.Settings.EmailFrom;
import dev.scimbridge.app.Settings.Mode;
import dev.scimbridge.app.Settings.OnOutage;
import dev.scimbridge.app.Settings.Protected;
import dev.scimbridge.app.Settings.Rename;
import dev.scimbridge.lifecycle.AccountType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of settings: the one place that says what there is, what it is called, means and is by default. */
final class Keys {
    static final String API_KEY_NAME = "PARADIME_API_KEY";
    static final String API_SECRET_NAME = "PARADIME_API_SECRET";

    private static final int MOST = 1_000_000;
    private static final Duration INSTANT = Duration.ofMillis(100);

    // The workspace.
    static final Setting<URI> ENDPOINT = required(
            "PARADIME_API_ENDPOINT",
            "workspace.api-endpoint",
            "the workspace's GraphQL endpoint, which came with the keys",
            Kinds.ENDPOINT);
    static final Setting<Secret> API_KEY = optional(
            API_KEY_NAME, "workspace.api-key", "the workspace's key; a bearer token needs none", "unset", Kinds.SECRET);
    static final Setting<Secret> API_SECRET = required(
            API_SECRET_NAME,
            "workspace.api-secret",
            "the workspace's secret, or a bearer token (`prdm_wsp_…`, `prdm_cmp_…`)",
            Kinds.SECRET);
    static final Setting<String> WORKSPACE_UID = optional(
            "PARADIME_WORKSPACE_UID", "workspace.uid", "which workspace; for `prdm_cmp_…` only", "unset", Kinds.WORD);

    static final Setting<Instant> API_EXPIRES = optional(
            "SCIM_BRIDGE_UPSTREAM_CREDENTIALS_EXPIRE",
            "workspace.api-expires",
            "when the workspace's key or token ends (date or ISO-8601 instant); alerted 14 days before",
            "unset",
            Kinds.MOMENT);

    // The doors.
    static final Setting<String> TOKEN = optional(
            "SCIM_BRIDGE_TOKEN",
            "token",
            "the bearer token that the identity provider sends, at least 32 characters; its name is `default`",
            "required, or `tokens`",
            Kinds.TOKEN);
    static final Setting<Map<String, Admitted>> TOKENS = optional(
            null,
            "tokens",
            "several tokens by name, as hashes, what they may do and from where: `okta: {sha256: \"…\", scopes: [read, write], from: [10.0.0.0/8]}`",
            "none",
            PeopleKinds.TOKEN_HASHES);
    static final Setting<String> HOST = usually(
            "SCIM_BRIDGE_HOST",
            "host",
            "where SCIM is served, on `/scim/v2`; not loopback needs `tls`",
            "127.0.0.1",
            Kinds.HOST);
    static final Setting<Integer> PORT =
            usually("SCIM_BRIDGE_PORT", "port", "its port; 0 is any free one", "8080", Kinds.wholeNumber(0, 65535));
    static final Setting<Boolean> TLS = optional(
            "SCIM_BRIDGE_TLS",
            "tls",
            "`terminated`: something in front of both doors speaks TLS",
            "unset",
            Kinds.TERMINATED);
    static final Setting<Path> TLS_CERTIFICATE = optional(
            "SCIM_BRIDGE_TLS_CERTIFICATE",
            "tls.certificate",
            "PEM file of the certificate chain, for both doors",
            "unset",
            Kinds.READABLE_FILE);
    static final Setting<Path> TLS_KEY = optional(
            "SCIM_BRIDGE_TLS_KEY",
            "tls.key",
            "PEM file of its private key (PKCS #8, not encrypted)",
            "unset",
            Kinds.READABLE_FILE);
    static final Setting<String> MANAGEMENT_HOST = usually(
            "SCIM_BRIDGE_MANAGEMENT_HOST",
            "management.host",
            "where the health pages and the status page are; not loopback needs `tls`",
            "127.0.0.1",
            Kinds.HOST);
    static final Setting<Integer> MANAGEMENT_PORT = usually(
            "SCIM_BRIDGE_MANAGEMENT_PORT",
            "management.port",
            "their port; 0 is any free one",
            "9090",
            Kinds.wholeNumber(0, 65535));

    // The store.
    static final Setting<Path> DATA =
            usually("SCIM_BRIDGE_DATA", "data", "the folder of the embedded store", "./data", Kinds.FOLDER);
    static final Setting<String> DATABASE_URL = optional(
            "SCIM_BRIDGE_DATABASE_URL",
            "database.url",
            "PostgreSQL for several replicas; not served by this version",
            "unset",
            Kinds.notServed("PostgreSQL is not served by this version; leave it unset to use the embedded store in "
                    + "SCIM_BRIDGE_DATA"));

    // How the workspace is called and writes are answered.
    static final Setting<Duration> POLL_INTERVAL = usually(
            "SCIM_BRIDGE_POLL_INTERVAL",
            "poll.interval",
            "how often the workspace is listed (ISO-8601); four times as long at most while nothing goes on",
            "PT30S",
            Kinds.time(INSTANT, Duration.ofHours(1)));
    static final Setting<Duration> SETTLING = usually(
            "SCIM_BRIDGE_UPSTREAM_SETTLING",
            "upstream.settling",
            "so long after a command a listing shows what it did",
            "PT5S",
            Kinds.time(INSTANT, Duration.ofMinutes(10)));
    static final Setting<Duration> CALL_TIMEOUT = usually(
            "SCIM_BRIDGE_UPSTREAM_CALL_TIMEOUT",
            "upstream.call-timeout",
            "the limit of one command; a listing has PT60S",
            "PT15S",
            Kinds.time(INSTANT, Duration.ofMinutes(5)));
    static final Setting<Integer> MAX_RATE = usually(
            "SCIM_BRIDGE_UPSTREAM_MAX_RATE",
            "upstream.max-rate",
            "calls a second at most",
            "10",
            Kinds.wholeNumber(1, 1000));
    static final Setting<Duration> WRITES_WAIT = usually(
            "SCIM_BRIDGE_WRITES_WAIT",
            "writes.wait",
            "how long a write waits for the workspace's word before it is answered",
            "PT4S",
            Kinds.time(INSTANT, Duration.ofSeconds(30)));
    static final Setting<OnOutage> WRITES_ON_OUTAGE = usually(
            "SCIM_BRIDGE_WRITES_ON_OUTAGE",
            "writes.on-outage",
            "while the workspace cannot be reached: `accept` (carried out later) or `reject` (429)",
            "accept",
            Kinds.choice(OnOutage.class));

    // What an operator is told.
    static final Setting<Secret> ALERTS_WEBHOOK = optional(
            "SCIM_BRIDGE_ALERTS_WEBHOOK",
            "alerts.webhook",
            "URL to which alerts are posted as `{\"text\": …}` (Slack's form); without it they are in the log only",
            "unset",
            Kinds.SECRET_URL);
    static final Setting<Duration> ALERTS_REMINDER = usually(
            "SCIM_BRIDGE_ALERTS_REMINDER",
            "alerts.reminder",
            "after so long what is still wrong is said again",
            "P1D",
            Kinds.time(Duration.ofMinutes(1), Duration.ofDays(90)));

    // What may be done to people.
    static final Setting<Integer> INVITES_BUDGET = usually(
            "SCIM_BRIDGE_INVITES_BUDGET",
            "invites.budget",
            "how often an expired invite is sent again",
            "3",
            Kinds.wholeNumber(0, 100));
    static final Setting<Duration> INVITES_GAP = usually(
            "SCIM_BRIDGE_INVITES_GAP",
            "invites.gap",
            "the least time between two of these, the first excepted",
            "P1D",
            Kinds.time(Duration.ofMinutes(1), Duration.ofDays(90)));
    static final Setting<Domains> INVITES_DOMAINS = usually(
            "SCIM_BRIDGE_INVITES_DOMAINS",
            "invites.domains",
            "domains whose addresses may be invited; `*` is any",
            "*",
            Kinds.DOMAINS);
    static final Setting<Optional<AccountType>> TYPES_DEFAULT = usually(
            "SCIM_BRIDGE_ACCOUNT_TYPES_DEFAULT",
            "account-types.default",
            "for an invitation about which nothing else speaks; `none` holds it",
            "BUSINESS",
            PeopleKinds.TYPE_OR_NONE);
    static final Setting<Optional<Set<AccountType>>> TYPES_GRANTABLE = usually(
            "SCIM_BRIDGE_ACCOUNT_TYPES_GRANTABLE",
            "account-types.grantable",
            "the types that may be given at all",
            "all",
            PeopleKinds.TYPES_OR_ALL);
    static final Setting<List<AccountType>> TYPES_RANK = usually(
            "SCIM_BRIDGE_ACCOUNT_TYPES_RANK",
            "account-types.rank",
            "which type wins, highest first; others come after",
            "ADMIN,WORKSPACE_ADMIN,WORKSPACE_SETTINGS_ADMIN,SECURITY_ADMIN,BILLING_ADMIN,DEVELOPER,ANALYST,"
                    + "SANDBOX_USER,BUSINESS",
            PeopleKinds.TYPES);
    static final Setting<Map<String, AccountType>> TYPES_ALIASES = optional(
            "SCIM_BRIDGE_ACCOUNT_TYPES_ALIASES",
            "account-types.aliases",
            "the identity provider's names of types: `Name=TYPE,Name=TYPE`",
            "none",
            PeopleKinds.NAMED_TYPES);
    static final Setting<Map<String, AccountType>> TYPES_GROUPS = optional(
            "SCIM_BRIDGE_ACCOUNT_TYPES_GROUPS",
            "account-types.groups",
            "groups that give a type: `Name=TYPE,Name=TYPE`",
            "none",
            PeopleKinds.NAMED_TYPES);
    static final Setting<Integer> MAX_DEACTIVATIONS = optional(
            "SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS",
            "guards.max-deactivations",
            "deactivations in a sliding hour; as many demotions",
            "max(10, 5 %)",
            Kinds.wholeNumber(0, MOST));
    static final Setting<Integer> MAX_INVITATIONS = optional(
            "SCIM_BRIDGE_GUARDS_MAX_INVITATIONS",
            "guards.max-invitations",
            "invitations in a sliding hour",
            "max(100, 25 %)",
            Kinds.wholeNumber(0, MOST));
    static final Setting<Integer> MAX_PRIVILEGED_GRANTS = usually(
            "SCIM_BRIDGE_GUARDS_MAX_PRIVILEGED_GRANTS",
            "guards.max-privileged-grants",
            "grants of a `*ADMIN` type in a sliding hour",
            "5",
            Kinds.wholeNumber(0, MOST));
    static final Setting<Protected> PROTECTED = optional(
            "SCIM_BRIDGE_GUARDS_PROTECTED",
            "guards.protected",
            "people (e-mail addresses or uids) from whom no write takes anything",
            "none",
            PeopleKinds.PROTECTED);
    static final Setting<Drift> DRIFT_POLICY = usually(
            "SCIM_BRIDGE_DRIFT_POLICY",
            "drift.policy",
            "a change made in the workspace is only reported (`report`) or set right (`enforce`)",
            "report",
            Kinds.choice(Drift.class));
    static final Setting<Rename> RENAME = usually(
            "SCIM_BRIDGE_RENAME",
            "rename",
            "what a changed userName does: `alias`, `reissue`, `refuse`",
            "alias",
            Kinds.choice(Rename.class));
    static final Setting<EmailFrom> EMAIL_FROM = usually(
            "SCIM_BRIDGE_EMAIL_FROM",
            "email.from",
            "where the address is looked for first: `userName` or `work-email`",
            "userName",
            Kinds.choice(EmailFrom.class));
    static final Setting<Mode> MODE = usually(
            "SCIM_BRIDGE_MODE",
            "mode",
            "`live`, or `shadow`: everything is decided and shown, nothing is sent",
            "live",
            Kinds.choice(Mode.class));

    /** In the order in which they are read, complained about and printed. */
    static final List<Setting<?>> ALL = List.of(
            ENDPOINT,
            API_KEY,
            API_SECRET,
            WORKSPACE_UID,
            API_EXPIRES,
            TOKEN,
            TOKENS,
            HOST,
            PORT,
            TLS,
            TLS_CERTIFICATE,
            TLS_KEY,
            MANAGEMENT_HOST,
            MANAGEMENT_PORT,
            DATA,
            DATABASE_URL,
            POLL_INTERVAL,
            SETTLING,
            CALL_TIMEOUT,
            MAX_RATE,
            WRITES_WAIT,
            WRITES_ON_OUTAGE,
            ALERTS_WEBHOOK,
            ALERTS_REMINDER,
            INVITES_BUDGET,
            INVITES_GAP,
            INVITES_DOMAINS,
            TYPES_DEFAULT,
            TYPES_GRANTABLE,
            TYPES_RANK,
            TYPES_ALIASES,
            TYPES_GROUPS,
            MAX_DEACTIVATIONS,
            MAX_INVITATIONS,
            MAX_PRIVILEGED_GRANTS,
            PROTECTED,
            DRIFT_POLICY,
            RENAME,
            EMAIL_FROM,
            MODE);

    private Keys() {}

    /** The keys and defaults as the table in the README has them, in Markdown. */
    static String markdown() {
        StringBuilder table = new StringBuilder("| variable | in YAML | meaning | default |\n|---|---|---|---|\n");
        for (Setting<?> setting : ALL) {
            String variable = setting.name().variable();
            boolean read = setting.fallback().sort() == Setting.Fallback.Sort.TEXT;
            String fallback = setting.fallback().text();
            table.append("| ")
                    .append(variable == null ? "–" : '`' + variable + '`')
                    .append(" | `")
                    .append(setting.name().key())
                    .append("` | ")
                    .append(setting.meaning())
                    .append(" | ")
                    .append(read ? '`' + fallback.replace(",", "`, `") + '`' : fallback)
                    .append(" |\n");
        }
        return table.toString();
    }
}
