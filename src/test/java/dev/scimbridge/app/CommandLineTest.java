package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line answers: in processes of their own where exit codes and streams matter. */
class CommandLineTest {
    @TempDir
    Path folder;

    @Test
    void wrong_settings_end_the_process_with_2_and_one_line_for_each_and_show_no_secret() throws Exception {
        Path config = Files.writeString(folder.resolve("bridge.yaml"), "port: eighty\nmodus: live\n");
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put("SCIM_BRIDGE_HOST", "0.0.0.0");
        environment.put("SCIM_BRIDGE_RENAME", Written.TOKEN);
        Child.End end = Child.run(folder, environment, "serve", "--config", config.toString());
        assertThat(end.code()).isEqualTo(2);
        assertThat(end.out()).isEmpty();
        assertThat(end.err())
                .extracting(line -> line.substring(0, line.indexOf(": ")))
                .containsExactly("port", "SCIM_BRIDGE_RENAME", "SCIM_BRIDGE_HOST", "modus");
        assertThat(end.all()).doesNotContain(Written.TOKEN, Written.KEY, Written.SECRET);
    }

    @Test
    void an_unknown_command_ends_with_2_and_two_lines() throws Exception {
        Child.End end = Child.run(folder, Map.of(), "sevre", Written.TOKEN);
        assertThat(end.code()).isEqualTo(2);
        assertThat(end.out()).isEmpty();
        assertThat(end.err())
                .containsExactly("There is no command sevre; did you mean serve?", "Try scim-bridge --help");
    }

    @Test
    void version_is_one_line_and_ends_with_0() throws Exception {
        Child.End end = Child.run(folder, Map.of(), "--version");
        assertThat(end.code()).isZero();
        assertThat(end.out()).singleElement().asString().startsWith("scim-bridge ");
        assertThat(end.err()).isEmpty();
    }

    @Test
    void help_names_the_commands_and_their_options() {
        assertThat(say("--help")).startsWith("0\n").contains("serve", "sandbox");
        assertThat(say("serve", "--help")).startsWith("0\n").contains("--config=FILE", "--log=text|json");
        assertThat(say("sandbox", "--help"))
                .startsWith("0\n")
                .contains("--port", "8080", "--management-port", "--workspace-port", "--people", "--token")
                .contains("--accept-after", "PT20S", "--host");
    }

    @Test
    void no_command_is_told_what_to_do() {
        assertThat(say()).startsWith("2\n").contains("Try scim-bridge --help");
    }

    @Test
    void an_unknown_option_is_named_without_its_value() {
        assertThat(say("sandbox", "--tokn=" + Written.TOKEN))
                .isEqualTo("2\nThere is no option --tokn; did you mean --token?\nTry scim-bridge sandbox --help\n");
        assertThat(say("sandbox", "--tokn", Written.TOKEN))
                .doesNotContain(Written.TOKEN)
                .startsWith("2\n");
    }

    @Test
    void a_wrong_option_is_told_with_what_is_right() {
        assertThat(say("serve", "--log", "xml"))
                .startsWith("2\n")
                .contains("--log", "TEXT, JSON")
                .hasLineCount(3);
        assertThat(say("sandbox", "--accept-after", "20s"))
                .startsWith("2\n")
                .contains("ISO-8601")
                .hasLineCount(3);
        assertThat(say("sandbox", "--port", "x"))
                .startsWith("2\n")
                .contains("--port")
                .hasLineCount(3);
    }

    @Test
    void the_sandboxs_mistakes_are_told_together() {
        List<String> lines = say(
                        "sandbox",
                        "--port",
                        "70000",
                        "--management-port",
                        "1",
                        "--workspace-port",
                        "1",
                        "--people",
                        "-1",
                        "--token",
                        "short",
                        "--accept-after",
                        "PT-1S",
                        "--host",
                        "a b")
                .lines()
                .toList();
        assertThat(lines)
                .extracting(line -> line.replaceFirst(":.*", ""))
                .containsExactly(
                        "2",
                        "--port",
                        "--port, --management-port, --workspace-port",
                        "--host",
                        "--people",
                        "--accept-after",
                        "--token");
    }

    /** The exit code, and what was said, in this process. */
    private static String say(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int code = Cli.run(arguments, Map.of(), writer, writer);
        return code + "\n" + said;
    }
}
