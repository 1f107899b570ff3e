package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.app.SettingsReader.Outcome;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each row of the table of settings: what it is by default, a right value, and wrong ones. */
class SettingsRowsTest {
    private static final String UID = "1b05".repeat(16);

    /** A value that is read as something. */
    private record Right(String variable, String written, Function<Settings, ?> where, Object read) {}

    /** A value that is refused with these words in the one line. */
    private record Wrong(String variable, String written, String words) {}

    private static final List<Right> RIGHT = List.of(
            new Right(
                    "PARADIME_API_ENDPOINT",
                    "https://api.acme.io/v2",
                    s -> s.workspace().endpoint(),
                    URI.create("https://api.acme.io/v2")),
            new Right(
                    "PARADIME_API_ENDPOINT",
                    "http://127.0.0.1:8081/graphql",
                    s -> s.workspace().endpoint(),
                    URI.create("http://127.0.0.1:8081/graphql")),
            new Right(
                    "PARADIME_API_ENDPOINT",
                    "http://[::1]:8081/",
                    s -> s.workspace().endpoint(),
                    URI.create("http://[::1]:8081/")),
            new Right(
                    "PARADIME_API_KEY",
                    "another-key",
                    s -> s.workspace().credentials().key(),
                    new Secret("another-key")),
            new Right(
                    "PARADIME_API_SECRET",
                    "prdm_wsp_abc",
                    s -> s.workspace().credentials().secret(),
                    new Secret("prdm_wsp_abc")),
            new Right(
                    "PARADIME_WORKSPACE_UID",
                    "w1",
                    s -> s.workspace().credentials().workspaceUid(),
                    "w1"),
            new Right(
                    "SCIM_BRIDGE_UPSTREAM_CREDENTIALS_EXPIRE",
                    "2027-01-31",
                    s -> s.workspace().credentials().expire(),
                    Instant.parse("2027-01-31T00:00:00Z")),
            new Right(
                    "SCIM_BRIDGE_UPSTREAM_CREDENTIALS_EXPIRE",
                    "2027-01-31T12:00:00+02:00",
                    s -> s.workspace().credentials().expire(),
                    Instant.parse("2027-01-31T10:00:00Z")),
            new Right(
                    "SCIM_BRIDGE_ALERTS_WEBHOOK",
                    "https://hooks.acme.io/T0/B0/x",
                    s -> s.alerts().webhook(),
                    new Secret("https://hooks.acme.io/T0/B0/x")),
            new Right("SCIM_BRIDGE_ALERTS_REMINDER", "PT4H", s -> s.alerts().reminder(), Duration.ofHours(4)),
            new Right(
                    "SCIM_BRIDGE_TOKEN", "x".repeat(32), s -> s.doors().tokens().nameOf("x".repeat(32)), "default"),
            new Right("SCIM_BRIDGE_HOST", "localhost", s -> s.doors().scim().host(), "localhost"),
            new Right("SCIM_BRIDGE_HOST", "127.8.9.1", s -> s.doors().scim().host(), "127.8.9.1"),
            new Right("SCIM_BRIDGE_HOST", "[::1]", s -> s.doors().scim().host(), "::1"),
            new Right("SCIM_BRIDGE_PORT", "0", s -> s.doors().scim().port(), 0),
            new Right("SCIM_BRIDGE_PORT", " 65535 ", s -> s.doors().scim().port(), 65535),
            new Right("SCIM_BRIDGE_TLS", "Terminated", s -> s.doors().tls(), new Settings.Tls.Terminated()),
            new Right(
                    "SCIM_BRIDGE_MANAGEMENT_HOST",
                    "::1",
                    s -> s.doors().management().host(),
                    "::1"),
            new Right(
                    "SCIM_BRIDGE_MANAGEMENT_PORT",
                    "9191",
                    s -> s.doors().management().port(),
                    9191),
            new Right("SCIM_BRIDGE_DATA", "/var/lib/bridge", Settings::data, Path.of("/var/lib/bridge")),
            new Right(
                    "SCIM_BRIDGE_POLL_INTERVAL",
                    "PT1M",
                    s -> s.workspace().pace().poll(),
                    Duration.ofMinutes(1)),
            new Right(
                    "SCIM_BRIDGE_UPSTREAM_SETTLING",
                    "PT0.5S",
                    s -> s.workspace().pace().settling(),
                    Duration.ofMillis(500)),
            new Right(
                    "SCIM_BRIDGE_UPSTREAM_CALL_TIMEOUT",
                    "PT20S",
                    s -> s.workspace().pace().callTimeout(),
                    Duration.ofSeconds(20)),
            new Right(
                    "SCIM_BRIDGE_UPSTREAM_MAX_RATE",
                    "1",
                    s -> s.workspace().pace().maxRate(),
                    1),
            new Right("SCIM_BRIDGE_WRITES_WAIT", "PT1S", s -> s.doors().writes().patience(), Duration.ofSeconds(1)),
            new Right(
                    "SCIM_BRIDGE_WRITES_ON_OUTAGE",
                    "reject",
                    s -> s.doors().writes().onOutage(),
                    Settings.OnOutage.REJECT),
            new Right(
                    "SCIM_BRIDGE_INVITES_BUDGET", "0", s -> s.rules().invites().budget(), 0),
            new Right(
                    "SCIM_BRIDGE_INVITES_GAP", "PT12H", s -> s.rules().invites().gap(), Duration.ofHours(12)),
            new Right(
                    "SCIM_BRIDGE_INVITES_DOMAINS",
                    "acme.io, ACME.com",
                    s -> s.rules().invites().domains().names(),
                    Set.of("acme.io", "acme.com")),
            new Right(
                    "SCIM_BRIDGE_ACCOUNT_TYPES_DEFAULT",
                    "developer",
                    s -> s.rules().accountTypes().byDefault(),
                    AccountType.DEVELOPER),
            new Right(
                    "SCIM_BRIDGE_ACCOUNT_TYPES_DEFAULT",
                    "none",
                    s -> Optional.ofNullable(s.rules().accountTypes().byDefault()),
                    Optional.empty()),
            new Right(
                    "SCIM_BRIDGE_ACCOUNT_TYPES_GRANTABLE",
                    "DEVELOPER,BUSINESS",
                    s -> s.rules().accountTypes().grantable(),
                    Set.of(AccountType.DEVELOPER, AccountType.BUSINESS)),
            new Right(
                    "SCIM_BRIDGE_ACCOUNT_TYPES_RANK",
                    "DEVELOPER, ADMIN",
                    s -> s.rules().accountTypes().rank(),
                    List.of(AccountType.DEVELOPER, AccountType.ADMIN)),
            new Right(
                    "SCIM_BRIDGE_ACCOUNT_TYPES_ALIASES",
                    " Data Engineer = developer ,a=b=ADMIN,",
                    s -> s.rules().accountTypes().aliases(),
                    Map.of("Data Engineer", AccountType.DEVELOPER, "a=b", AccountType.ADMIN)),
            new Right(
                    "SCIM_BRIDGE_ACCOUNT_TYPES_GROUPS",
                    "Platform=ADMIN",
                    s -> s.rules().accountTypes().groups(),
                    Map.of("Platform", AccountType.ADMIN)),
            new Right(
                    "SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS",
                    "0",
                    s -> s.rules().guards().maxDeactivations(),
                    OptionalInt.of(0)),
            new Right(
                    "SCIM_BRIDGE_GUARDS_MAX_INVITATIONS",
                    "500",
                    s -> s.rules().guards().maxInvitations(),
                    OptionalInt.of(500)),
            new Right(
                    "SCIM_BRIDGE_GUARDS_MAX_PRIVILEGED_GRANTS",
                    "2",
                    s -> s.rules().guards().maxPrivilegedGrants(),
                    2),
            new Right(
                    "SCIM_BRIDGE_GUARDS_PROTECTED",
                    "Max@Acme.io, " + UID.toUpperCase(),
                    s -> s.rules().guards().exempt(),
                    new Settings.Protected(Set.of(Address.of("max@acme.io")), Set.of(UID))),
            new Right("SCIM_BRIDGE_DRIFT_POLICY", "enforce", s -> s.rules().drift(), Settings.Drift.ENFORCE),
            new Right(
                    "SCIM_BRIDGE_RENAME", "reissue", s -> s.rules().identities().rename(), Settings.Rename.REISSUE),
            new Right(
                    "SCIM_BRIDGE_EMAIL_FROM",
                    "work-email",
                    s -> s.rules().identities().emailFrom(),
                    Settings.EmailFrom.WORK_EMAIL),
            new Right("SCIM_BRIDGE_MODE", "shadow", Settings::mode, Settings.Mode.SHADOW));

    private static final List<Wrong> WRONG = List.of(
            new Wrong("SCIM_BRIDGE_UPSTREAM_CREDENTIALS_EXPIRE", "31.1.2027", "neither a date"),
            new Wrong("SCIM_BRIDGE_UPSTREAM_CREDENTIALS_EXPIRE", "2027-01-31T12", "nor an instant"),
            new Wrong("SCIM_BRIDGE_ALERTS_WEBHOOK", "hooks.acme.io/T0", "not an http or https URL"),
            new Wrong("SCIM_BRIDGE_ALERTS_WEBHOOK", "http://hooks.acme.io/T0", "in the clear"),
            new Wrong("SCIM_BRIDGE_ALERTS_REMINDER", "PT1S", "not a time from PT1M"),
            new Wrong("PARADIME_API_ENDPOINT", "api.acme.io", "not an http or https URL"),
            new Wrong("PARADIME_API_ENDPOINT", "ftp://api.acme.io", "not an http or https URL"),
            new Wrong("PARADIME_API_ENDPOINT", "https://a b", "not a URL"),
            new Wrong("PARADIME_API_ENDPOINT", "http://api.acme.io", "in the clear"),
            new Wrong("PARADIME_API_ENDPOINT", "http://127.evil.com", "in the clear"),
            new Wrong("PARADIME_API_ENDPOINT", "https://me:pw@api.acme.io", "credentials in the URL"),
            new Wrong("PARADIME_API_KEY", "two words", "header cannot carry"),
            new Wrong("PARADIME_API_SECRET", "line\nline", "header cannot carry"),
            new Wrong("PARADIME_WORKSPACE_UID", "ü", "header cannot carry"),
            new Wrong("SCIM_BRIDGE_TOKEN", "x".repeat(31), "has 31 characters and needs at least 32"),
            new Wrong("SCIM_BRIDGE_TOKEN", "x".repeat(20) + " " + "x".repeat(20), "has spaces"),
            new Wrong("SCIM_BRIDGE_HOST", "0.0.0.0", "not loopback"),
            new Wrong("SCIM_BRIDGE_HOST", "127.evil.com", "not loopback"),
            new Wrong("SCIM_BRIDGE_HOST", "http://localhost", "not a host"),
            new Wrong("SCIM_BRIDGE_HOST", "localhost:80x", "not a host"),
            new Wrong("SCIM_BRIDGE_PORT", "80a", "\"80a\" is not a whole number from 0 to 65535"),
            new Wrong("SCIM_BRIDGE_PORT", "65536", "not a whole number from 0 to 65535"),
            new Wrong("SCIM_BRIDGE_PORT", "9090", "is also SCIM_BRIDGE_MANAGEMENT_PORT"),
            new Wrong("SCIM_BRIDGE_TLS", "on", "not terminated"),
            new Wrong("SCIM_BRIDGE_TLS_CERTIFICATE", "/no/such.pem", "cannot be read"),
            new Wrong("SCIM_BRIDGE_TLS_KEY", "/no/such.pem", "cannot be read"),
            new Wrong("SCIM_BRIDGE_MANAGEMENT_HOST", "example.com", "not loopback"),
            new Wrong("SCIM_BRIDGE_MANAGEMENT_PORT", "8080", "is also SCIM_BRIDGE_PORT"),
            new Wrong("SCIM_BRIDGE_DATA", "a\0b", "not a path"),
            new Wrong(
                    "SCIM_BRIDGE_DATABASE_URL",
                    "jdbc:postgresql://db/x?password=pw",
                    "PostgreSQL is not served by this version"),
            new Wrong("SCIM_BRIDGE_POLL_INTERVAL", "30s", "written as in ISO-8601"),
            new Wrong("SCIM_BRIDGE_POLL_INTERVAL", "PT-30S", "not a time from PT0.1S to PT1H"),
            new Wrong("SCIM_BRIDGE_UPSTREAM_SETTLING", "PT0S", "not a time"),
            new Wrong("SCIM_BRIDGE_UPSTREAM_CALL_TIMEOUT", "P1D", "to PT5M"),
            new Wrong("SCIM_BRIDGE_UPSTREAM_MAX_RATE", "0", "from 1 to 1000"),
            new Wrong("SCIM_BRIDGE_WRITES_WAIT", "PT31S", "to PT30S"),
            new Wrong("SCIM_BRIDGE_WRITES_ON_OUTAGE", "refuse", "\"refuse\" is not accept or reject"),
            new Wrong("SCIM_BRIDGE_INVITES_BUDGET", "-1", "from 0 to 100"),
            new Wrong("SCIM_BRIDGE_INVITES_GAP", "one day", "not a time"),
            new Wrong("SCIM_BRIDGE_INVITES_DOMAINS", "@acme.io", "not a domain"),
            new Wrong("SCIM_BRIDGE_INVITES_DOMAINS", "acme.io,*", "nor * alone"),
            new Wrong("SCIM_BRIDGE_INVITES_DOMAINS", ",", "names no domain"),
            new Wrong("SCIM_BRIDGE_ACCOUNT_TYPES_DEFAULT", "A-B", "not an account type"),
            new Wrong("SCIM_BRIDGE_ACCOUNT_TYPES_GRANTABLE", "DEVELOPER", "the default BUSINESS is not grantable"),
            new Wrong("SCIM_BRIDGE_ACCOUNT_TYPES_RANK", "ADMIN,admin", "ADMIN is there twice"),
            new Wrong("SCIM_BRIDGE_ACCOUNT_TYPES_ALIASES", "Engineer", "has not the form Name=TYPE"),
            new Wrong("SCIM_BRIDGE_ACCOUNT_TYPES_ALIASES", "=ADMIN", "has not the form Name=TYPE"),
            new Wrong("SCIM_BRIDGE_ACCOUNT_TYPES_ALIASES", "Boss=", "for \"Boss\" \"\" is not an account type"),
            new Wrong("SCIM_BRIDGE_ACCOUNT_TYPES_GROUPS", "Boss=ADMIN,boss=DEVELOPER", "\"boss\" is there twice"),
            new Wrong("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "5%", "not a whole number"),
            new Wrong("SCIM_BRIDGE_GUARDS_MAX_INVITATIONS", "-5", "not a whole number"),
            new Wrong("SCIM_BRIDGE_GUARDS_MAX_PRIVILEGED_GRANTS", "many", "not a whole number"),
            new Wrong("SCIM_BRIDGE_GUARDS_PROTECTED", "anna", "\"anna\" is neither an e-mail address nor a uid"),
            new Wrong("SCIM_BRIDGE_DRIFT_POLICY", "ignore", "not report or enforce"),
            new Wrong("SCIM_BRIDGE_RENAME", "no", "not alias or reissue or refuse"),
            new Wrong("SCIM_BRIDGE_EMAIL_FROM", "email", "not userName or work-email"),
            new Wrong("SCIM_BRIDGE_MODE", "dry", "not live or shadow"));

    @TestFactory
    Stream<DynamicTest> a_right_value_is_read() {
        return RIGHT.stream()
                .map(row -> DynamicTest.dynamicTest(row.variable() + "=" + row.written(), () -> {
                    Outcome outcome = SettingsReader.read(with(row.variable(), row.written()), null);
                    assertThat(outcome).isInstanceOf(Outcome.Good.class);
                    assertThat((Object) row.where().apply(((Outcome.Good) outcome).settings()))
                            .isEqualTo(row.read());
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_wrong_value_is_one_line_that_begins_with_its_name() {
        return WRONG.stream()
                .map(row -> DynamicTest.dynamicTest(row.variable() + "=" + row.written(), () -> {
                    List<String> mistakes = mistakes(with(row.variable(), row.written()));
                    assertThat(mistakes).isNotEmpty();
                    assertThat(mistakes.get(0))
                            .startsWith(row.variable() + ": ")
                            .contains(row.words())
                            .doesNotContain("\n");
                }));
    }

    @Test
    void every_row_has_a_wrong_value_here() {
        Set<String> tried = WRONG.stream().map(Wrong::variable).collect(Collectors.toSet());
        assertThat(Keys.ALL)
                .extracting(setting -> setting.name().usual())
                .filteredOn(name -> !name.equals("tokens"))
                .allSatisfy(name -> assertThat(tried).contains(name));
    }

    @Test
    void an_empty_variable_is_unset() {
        Map<String, String> environment = with("SCIM_BRIDGE_PORT", "");
        environment.put("SCIM_BRIDGE_MODE", "  ");
        environment.put("SCIM_BRIDGE_NO_SUCH", "");
        Settings settings = ((Outcome.Good) SettingsReader.read(environment, null)).settings();
        assertThat(settings.doors().scim().port()).isEqualTo(8080);
        assertThat(settings.mode()).isEqualTo(Settings.Mode.LIVE);
    }

    private static Map<String, String> with(String variable, String written) {
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put(variable, written);
        return environment;
    }

    private static List<String> mistakes(Map<String, String> environment) {
        return Written.mistakes(environment, null);
    }
}
