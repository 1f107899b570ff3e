package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings from the environment and from YAML, and how mistakes are told. */
class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void the_least_that_a_bridge_starts_with_has_the_defaults_of_the_design() {
        Settings settings = Written.settings(Written.ENOUGH, null);
        assertThat(settings.workspace().pace())
                .isEqualTo(
                        new Settings.Pace(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(15), 10));
        assertThat(settings.doors().scim()).isEqualTo(new Settings.Door("127.0.0.1", 8080));
        assertThat(settings.doors().management()).isEqualTo(new Settings.Door("127.0.0.1", 9090));
        assertThat(settings.doors().tls()).isEqualTo(new Settings.Tls.None());
        assertThat(settings.doors().writes())
                .isEqualTo(new Settings.Writes(Duration.ofSeconds(4), Settings.OnOutage.ACCEPT));
        assertThat(settings.data()).isEqualTo(Path.of("./data"));
        assertThat(settings.rules().guards())
                .isEqualTo(new Settings.Guards(OptionalInt.empty(), OptionalInt.empty(), 5, Settings.Protected.NOBODY));
        assertThat(settings.rules().invites())
                .isEqualTo(new Settings.Invites(3, Duration.ofDays(1), Settings.Domains.ANY));
        assertThat(settings.rules().identities())
                .isEqualTo(new Settings.Identities(Settings.Rename.ALIAS, Settings.EmailFrom.USER_NAME));
        assertThat(settings.rules().drift()).isEqualTo(Settings.Drift.REPORT);
        assertThat(settings.mode()).isEqualTo(Settings.Mode.LIVE);
        Settings.AccountTypes types = settings.rules().accountTypes();
        assertThat(types.byDefault()).isEqualTo(AccountType.BUSINESS);
        assertThat(types.grantable()).isNull();
        assertThat(types.rank()).startsWith(AccountType.ADMIN).endsWith(AccountType.BUSINESS);
        assertThat(types.aliases()).isEmpty();
        assertThat(types.groups()).isEmpty();
    }

    @Test
    void everything_that_is_missing_is_told_at_once_in_the_order_of_the_table() {
        assertThat(Written.mistakes(Map.of(), null))
                .extracting(line -> line.substring(0, line.indexOf(" is missing: ")))
                .containsExactly("PARADIME_API_ENDPOINT:", "PARADIME_API_SECRET:", "SCIM_BRIDGE_TOKEN:");
    }

    @Test
    void mistakes_of_every_sort_are_told_together_one_line_each() throws IOException {
        Path config = file("modus: live\nport: eighty\nwrites: {on-outage: maybe}\n");
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put("SCIM_BRIDGE_TOKEN", "short");
        environment.put("SCIM_BRIDGE_TOKENS", "x");
        environment.put("PARADIME_API_KEY", "");
        assertThat(Written.mistakes(environment, config))
                .containsExactly(
                        "SCIM_BRIDGE_TOKEN: has 5 characters and needs at least 32; openssl rand -hex 32 makes a good one",
                        "port: \"eighty\" is not a whole number from 0 to 65535",
                        "writes.on-outage: \"maybe\" is not accept or reject",
                        "PARADIME_API_KEY: is missing: only a bearer token (prdm_wsp_…, prdm_cmp_…) in"
                                + " PARADIME_API_SECRET needs none",
                        "SCIM_BRIDGE_TOKENS: there is no such setting; did you mean SCIM_BRIDGE_TOKEN?",
                        "modus: there is no such setting; did you mean mode?");
    }

    @Test
    void a_variable_that_means_nothing_is_a_mistake_and_the_vendors_are_left_alone() {
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put("PARADIME_API_TIMEOUT", "60");
        environment.put("HOME", "/root");
        Written.settings(environment, null);
        environment.put("SCIM_BRIDGE_POLL_INTERVALL", "PT1S");
        environment.put("SCIM_BRIDGE_WEATHER", "fine");
        assertThat(Written.mistakes(environment, null))
                .containsExactly(
                        "SCIM_BRIDGE_POLL_INTERVALL: there is no such setting; did you mean SCIM_BRIDGE_POLL_INTERVAL?",
                        "SCIM_BRIDGE_WEATHER: there is no such setting");
    }

    @Test
    void what_kubernetes_says_about_a_service_of_our_name_is_no_setting() {
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put("SCIM_BRIDGE_SERVICE_HOST", "10.0.0.7");
        environment.put("SCIM_BRIDGE_SERVICE_PORT_HTTP", "8080");
        environment.put("SCIM_BRIDGE_PORT", "tcp://10.0.0.7:8080");
        environment.put("SCIM_BRIDGE_PORT_8080_TCP_ADDR", "10.0.0.7");
        assertThat(Written.settings(environment, null).doors().scim().port()).isEqualTo(8080);
    }

    @Test
    void nested_maps_and_dotted_keys_mean_the_same_and_lists_and_maps_read_as_they_look() throws IOException {
        Path config = file("""
                workspace:
                  api-endpoint: https://api.acme.io/graphql
                  api-secret: prdm_cmp_planted
                  uid: w1
                tokens:
                  okta: {sha256: "%s"}
                tls: terminated
                management.port: 9999
                upstream: {max-rate: 3, call-timeout: PT9S}
                account-types.grantable: [DEVELOPER, BUSINESS]
                account-types:
                  aliases: {"Engineers, Data": developer}
                  groups:
                guards:
                  protected: [max@acme.io]
                mode:
                """.formatted(Tokens.hash(Written.TOKEN).toUpperCase()));
        Settings settings = Written.settings(Map.of(), config);
        assertThat(settings.doors().tokens().nameOf(Written.TOKEN)).isEqualTo("okta");
        assertThat(settings.doors().tls()).isEqualTo(new Settings.Tls.Terminated());
        assertThat(settings.doors().management().port()).isEqualTo(9999);
        assertThat(settings.workspace().pace().maxRate()).isEqualTo(3);
        assertThat(settings.workspace().pace().callTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings.workspace().credentials().kind()).isEqualTo("company token");
        assertThat(settings.rules().accountTypes().grantable())
                .isEqualTo(Set.of(AccountType.DEVELOPER, AccountType.BUSINESS));
        assertThat(settings.rules().accountTypes().aliases())
                .isEqualTo(Map.of("Engineers, Data", AccountType.DEVELOPER));
        assertThat(settings.rules().guards().exempt().addresses()).containsExactly(Address.of("max@acme.io"));
    }

    @Test
    void a_key_that_means_nothing_is_a_mistake_even_when_empty_and_is_not_repeated_with_a_value_in_it()
            throws IOException {
        assertThat(Written.mistakes(Written.ENOUGH, file("upstraem: {settling: PT1S}\nprot:\nx.y: {}\n")))
                .containsExactly(
                        "upstraem.settling: there is no such setting; did you mean upstream.settling?",
                        "prot: there is no such setting; did you mean port?",
                        "x.y: there is no such setting");
        assertThat(Written.mistakes(Written.ENOUGH, file("{token:" + Written.TOKEN + "}")))
                .containsExactly("a key of 44 characters: there is no such setting");
    }

    @Test
    void the_environment_wins_over_yaml() throws IOException {
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put("SCIM_BRIDGE_PORT", "7001");
        Settings settings = Written.settings(environment, file("port: not even a number\nmode: shadow\n"));
        assertThat(settings.doors().scim().port()).isEqualTo(7001);
        assertThat(settings.mode()).isEqualTo(Settings.Mode.SHADOW);
    }

    @Test
    void a_file_that_is_not_yaml_is_told_by_its_line_and_never_quoted() throws IOException {
        Path config = file("port: 8080\ntoken: [" + Written.TOKEN + "\nmode: live\n");
        assertThat(Written.mistakes(Written.ENOUGH, config))
                .singleElement()
                .asString()
                .matches("\\S+bridge.yaml: line [234]: this is not YAML")
                .doesNotContain(Written.TOKEN);
    }

    @Test
    void other_bad_files_are_one_line() throws IOException {
        Path missing = folder.resolve("nowhere.yaml");
        assertThat(Written.mistakes(Written.ENOUGH, missing)).containsExactly(missing + ": there is no such file");
        assertThat(Written.mistakes(Written.ENOUGH, folder)).hasSize(1);
        assertThat(Written.mistakes(Written.ENOUGH, file("- a\n- b\n")))
                .singleElement()
                .asString()
                .contains("needs settings as");
        assertThat(Written.mistakes(Written.ENOUGH, file("port: 1\nport: 2\n")))
                .singleElement()
                .asString()
                .contains("line 2: a key is there twice");
        assertThat(Written.mistakes(Written.ENOUGH, file("upstream.max-rate: 1\nupstream: {max-rate: 2}\n")))
                .containsExactly("upstream.max-rate: is there twice");
        assertThat(Written.mistakes(Written.ENOUGH, file("port: [1, 2]\n")))
                .containsExactly("port: has a list or a map where one value is needed");
    }

    @Test
    void an_empty_file_says_nothing() throws IOException {
        Written.settings(Written.ENOUGH, file(""));
        Written.settings(Written.ENOUGH, file("# nothing\n"));
    }

    @Test
    void a_token_in_yaml_is_a_hash_with_a_name_of_its_own() throws IOException {
        String hash = Tokens.hash(Written.TOKEN);
        assertThat(Written.mistakes(Written.ENOUGH, file("tokens: {okta: " + Written.TOKEN + "}")))
                .singleElement()
                .asString()
                .startsWith("tokens: \"okta\" needs {sha256:")
                .doesNotContain(Written.TOKEN);
        assertThat(Written.mistakes(Written.ENOUGH, file("tokens: {okta: {token: " + Written.TOKEN + "}}")))
                .singleElement()
                .asString()
                .doesNotContain(Written.TOKEN);
        assertThat(Written.mistakes(Written.ENOUGH, file("tokens: {okta: {sha256: \"" + hash + "\"}}")))
                .containsExactly("tokens: \"okta\" is the same token as another one");
        assertThat(Written.mistakes(Written.ENOUGH, file("tokens: {default: {sha256: \"" + "0".repeat(64) + "\"}}")))
                .containsExactly("tokens: the name default is that of SCIM_BRIDGE_TOKEN");
        assertThat(Written.mistakes(Written.ENOUGH, file("tokens: [a]"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scopes: [admin] | has scopes that are not of [read, write]",
                "scopes: [] | has scopes that are not of [read, write]",
                "from: [10.0.0.0/33] | has \"10.0.0.0/33\" in from, which is no address like 10.0.0.0/8 or 192.0.2.7",
                "from: [acme.io] | has \"acme.io\" in from, which is no address like 10.0.0.0/8 or 192.0.2.7",
                "from: {} | has a from that is no list of addresses like 10.0.0.0/8"
            })
    void a_token_with_a_scope_or_a_range_that_is_none_is_one_line(String rest, String mistake) throws IOException {
        Path config = file("tokens: {okta: {sha256: \"" + "0".repeat(64) + "\", " + rest + "}}");
        assertThat(Written.mistakes(Written.ENOUGH, config)).containsExactly("tokens: \"okta\" " + mistake);
    }

    @Test
    void tls_is_either_two_files_or_terminated() throws IOException {
        Path pem = Files.writeString(folder.resolve("some.pem"), "pem");
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put("SCIM_BRIDGE_HOST", "0.0.0.0");
        environment.put("SCIM_BRIDGE_MANAGEMENT_HOST", "0.0.0.0");
        environment.put("SCIM_BRIDGE_TLS_CERTIFICATE", pem.toString());
        assertThat(Written.mistakes(environment, null))
                .containsExactly("SCIM_BRIDGE_TLS_CERTIFICATE: needs SCIM_BRIDGE_TLS_KEY beside it");
        environment.put("SCIM_BRIDGE_TLS_KEY", pem.toString());
        assertThat(Written.settings(environment, null).doors().tls()).isEqualTo(new Settings.Tls.Files(pem, pem));
        environment.put("SCIM_BRIDGE_TLS", "terminated");
        assertThat(Written.mistakes(environment, null)).hasSize(1);
    }

    @Test
    void a_bearer_token_needs_no_key_and_a_companys_needs_a_workspace() {
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.remove("PARADIME_API_KEY");
        environment.put("PARADIME_API_SECRET", "prdm_wsp_abc");
        Written.settings(environment, null);
        environment.put("PARADIME_API_SECRET", "prdm_cmp_abc");
        assertThat(Written.mistakes(environment, null))
                .singleElement()
                .asString()
                .startsWith("PARADIME_WORKSPACE_UID: is missing");
    }

    @Test
    void two_doors_may_both_ask_for_any_free_port() {
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put("SCIM_BRIDGE_PORT", "0");
        environment.put("SCIM_BRIDGE_MANAGEMENT_PORT", "0");
        Written.settings(environment, null);
    }

    @Test
    void what_is_allowed_but_should_be_known_is_warned_about() {
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        assertThat(Written.settings(environment, null).warnings())
                .satisfiesExactly(
                        domains -> assertThat(domains).contains("SCIM_BRIDGE_INVITES_DOMAINS is *"),
                        alerts -> assertThat(alerts).contains("SCIM_BRIDGE_ALERTS_WEBHOOK is not set"));
        environment.put("SCIM_BRIDGE_INVITES_DOMAINS", "acme.io");
        environment.put("SCIM_BRIDGE_ALERTS_WEBHOOK", "https://hooks.acme.io/T0/B0/x");
        Settings settings = Written.settings(environment, null);
        assertThat(settings.warnings()).isEmpty();
        assertThat(settings.rules().invites().domains().allow(Address.of("Max@ACME.io")))
                .isTrue();
        assertThat(settings.rules().invites().domains().allow(Address.of("max@evil.acme.io")))
                .isFalse();
    }

    @Test
    void a_secret_shows_neither_in_the_settings_nor_in_a_mistake_wherever_it_was_put() throws IOException {
        assertThat(Written.settings(Written.ENOUGH, null).toString())
                .contains("***")
                .doesNotContain(Written.TOKEN, Written.KEY, Written.SECRET, Tokens.hash(Written.TOKEN));
        for (Setting<?> setting : Keys.ALL) {
            Map<String, String> environment = new HashMap<>(Written.ENOUGH);
            environment.put(setting.name().usual(), Written.TOKEN + " ");
            environment.put("SCIM_BRIDGE_PORT", "prdm_wsp_short");
            String told = String.join("\n", Written.mistakes(environment, null));
            assertThat(told).doesNotContain(Written.TOKEN, Written.KEY, Written.SECRET, "prdm_wsp_short");
        }
    }

    @Test
    void the_table_has_every_name_of_the_design_and_is_good_markdown() {
        List<String> lines = Keys.markdown().lines().toList();
        assertThat(lines).hasSize(Keys.ALL.size() + 2).allMatch(line -> line.split("\\|", -1).length == 6);
        assertThat(lines)
                .contains(
                        "| `SCIM_BRIDGE_POLL_INTERVAL` | `poll.interval` | how often the workspace is listed (ISO-8601); four times as long at most while nothing goes on |"
                                + " `PT30S` |");
        assertThat(Keys.ALL)
                .doesNotHaveDuplicates()
                .extracting(s -> s.name().key())
                .doesNotHaveDuplicates();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("bridge.yaml"), text);
    }
}
