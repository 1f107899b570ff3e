package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 12: every step is written down: read as a timeline, as proof, as an export; tampered with, erased and forgotten. */
class Rule12EveryStepIsWrittenDownStory {
    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.with(5, JarBridge::hasty);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Operator operator() {
        return stage.bridge.operator();
    }

    private static Operator.Reply verify() {
        return operator().read("audit/verify");
    }

    /** Somebody came, was deactivated, and a listing has shown that they are gone. */
    private static String left(String address) {
        String id = stage.member(address, "DEVELOPER");
        assertThat(stage.scim().patch(id, Cast.OKTA_DEACTIVATE).status()).isEqualTo(200);
        stage.untilState(id, "settled");
        stage.untilListedAgain();
        return id;
    }

    @Test
    void the_timeline_tells_a_leaver_from_the_asking_to_the_proof() throws Exception {
        left("tim@acme.io");
        JarBridge.Said said = stage.bridge.say("explain", "Tim@acme.io");
        assertThat(said.code()).isZero();
        assertThat(said.lines().get(0)).startsWith("tim@acme.io ").endsWith(": settled");
        assertThat(said.text())
                .containsSubsequence(
                        "asked: create tim@acme.io with ",
                        "active true",
                        "roles DEVELOPER",
                        "; read as active as DEVELOPER.",
                        "inviteUser tim@acme.io",
                        " was called: ok.",
                        "A listing showed them: active as DEVELOPER",
                        "asked: patch: replace active false; read as inactive.",
                        "disableUser ",
                        " was called: ok.",
                        "Confirmed that they have left: not in the workspace any more; a listing asked for at ",
                        "Now settled, since ",
                        "The account type was decided by ",
                        "Nothing is to be done");
        assertThat(operator().read("explain?email=nobody@acme.io").status()).isEqualTo(400);
    }

    @Test
    void a_leaver_stays_open_until_the_workspace_can_be_asked_and_is_proven_then() throws Exception {
        String id = stage.member("lea@acme.io", "DEVELOPER");
        stage.control.down();
        stage.scim().patch(id, Cast.OKTA_DEACTIVATE);
        Operator.Reply open = operator().read("audit/leavers");
        assertThat(open.headline()).startsWith("1 to leave and not confirmed yet, ");
        assertThat(open.json().path("rows").get(0).path("address").asText()).isEqualTo("lea@acme.io");
        assertThat(open.column("state").get(0)).isEqualTo("open");
        stage.control.up();
        stage.untilState(id, "settled");
        stage.untilListedAgain();
        JarBridge.Said said = stage.bridge.say("audit", "leavers", "--csv");
        assertThat(said.lines().get(0))
                .startsWith("\"address\",\"state\",\"asked\",\"by\",\"commanded\",\"confirmed\"");
        assertThat(said.lines())
                .filteredOn(line -> line.contains("lea@acme.io"))
                .singleElement()
                .asString()
                .matches("\"lea@acme.io\",\"confirmed\",\"[-0-9: ]{19}\",\"default\",\"[-0-9: ]{19}\",\"[-0-9: ]{19}\","
                        + "\"\\d+\",\"\\d+ \\d+ \\d+\",.*");
    }

    @Test
    void an_export_names_nobody_and_verifies_without_a_bridge(@TempDir Path folder) throws Exception {
        left("nora@acme.io");
        Path file = folder.resolve("audit.jsonl");
        Files.writeString(
                file, operator().read("audit/export?pseudonymised=true").body());
        String text = Files.readString(file);
        assertThat(text).contains("create address-").doesNotContain("@", "nora");
        JarBridge.Said sound = stage.bridge.say("audit", "verify", "--file", file.toString());
        assertThat(sound.code()).isZero();
        assertThat(sound.lines().get(0)).endsWith("entries, all sound");
        List<String> lines = text.lines().toList();
        Files.write(file, lines.subList(1, lines.size()));
        assertThat(stage.bridge
                        .say("audit", "verify", "--file", file.toString())
                        .code())
                .isEqualTo(1);
        assertThat(stage.bridge
                        .say("audit", "verify", "--file", folder + "/none")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void whoever_was_deleted_and_has_left_can_be_erased_and_nobody_else() throws Exception {
        String id = stage.member("gus@acme.io", "DEVELOPER");
        Operator.Reply early = operator().change("audit/erase?email=gus@acme.io");
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.body()).startsWith("gus@acme.io is still managed (settled)");
        stage.scim().delete(id);
        stage.untilListedAgain();
        JarBridge.Said erased = stage.bridge.say("audit", "erase", "gus@acme.io");
        assertThat(erased.text()).contains("gus@acme.io is erased: the record, and ");
        assertThat(verify().json().path("sound").asBoolean()).isTrue();
        assertThat(operator().read("audit/export").body()).doesNotContain("gus@acme.io", id);
        stage.control.enable("gus@acme.io");
        stage.untilListedAgain();
        assertThat(stage.scim().named("gus@acme.io").id()).isNotEmpty().isNotEqualTo(id);
    }

    @Test
    void whatever_was_tampered_with_is_named_after_a_restart() throws Exception {
        try (Stage tampered = Stage.with(3, JarBridge::hasty)) {
            tampered.member("eve@acme.io", "DEVELOPER");
            tampered.bridge.stop();
            sql(tampered, "CREATE TABLE kept AS SELECT * FROM audit_payload");
            sql(tampered, "UPDATE audit_payload SET asked = 'nothing' WHERE seq = 2");
            tampered.bridge.start();
            JarBridge.Said said = tampered.bridge.say("audit", "verify");
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.lines().get(0)).startsWith("NOT sound: entry 2 of ").endsWith("what it says was changed");
            Operator operator = tampered.bridge.operator();
            assertThat(operator.change("audit/prune?before=2020-01-01").status())
                    .isEqualTo(400);
            sql(tampered, "DELETE FROM audit_payload WHERE seq = 2");
            sql(tampered, "INSERT INTO audit_payload SELECT * FROM kept WHERE seq = 2");
            assertThat(operator.read("audit/verify").status()).isEqualTo(200);
            assertThat(operator.change("audit/prune?before=2999-01-01").status())
                    .isEqualTo(400);
            assertThat(operator.change("audit/prune?before=2020-01-01").headline())
                    .isEqualTo("nothing is older than 2020-01-01 00:00:00");
        }
    }

    private static void sql(Stage stage, String statement) throws SQLException, IOException {
        Path database = stage.bridge.data().resolve("scim-bridge.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }
}
