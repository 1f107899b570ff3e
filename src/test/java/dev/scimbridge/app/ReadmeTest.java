package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.app.Settings.Door;
import dev.scimbridge.operations.Manual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README says what is so. */
class ReadmeTest {
    private static final int LONGEST = 205;
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->";
    private static final Pattern VARIABLE = Pattern.compile("\\b(SCIM_BRIDGE|PARADIME)_[A-Z_]+");
    private static final Pattern COMMAND = Pattern.compile("```sh\n(mvn .*verify.*)\n```");

    private final String readme = read("README.md");

    @Test
    void the_table_of_settings_is_that_of_the_code() {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        assertThat(begin).isPositive();
        assertThat(readme.substring(begin + BEGIN.length(), end)).isEqualTo(Keys.markdown());
    }

    @Test
    void it_is_short() {
        assertThat(readme.lines()).hasSizeLessThanOrEqualTo(LONGEST);
    }

    @Test
    void its_test_command_is_the_one_that_is_run_on_a_clean_clone() {
        List<String> commands =
                COMMAND.matcher(readme).results().map(found -> found.group(1)).toList();
        List<String> run =
                read(".ci/run").lines().filter(line -> line.startsWith("mvn ")).toList();
        assertThat(commands).hasSize(1).isEqualTo(run);
    }

    @Test
    void every_command_of_an_operator_is_named() {
        assertThat(Manual.ALL).allSatisfy(usage -> {
            assertThat(readme).contains("`" + usage.first());
            String second = usage.second();
            assertThat(readme.contains(usage.name()) || readme.contains("`" + second))
                    .as(usage.name())
                    .isTrue();
        });
    }

    @Test
    void every_variable_it_names_exists() {
        List<String> known = Keys.ALL.stream()
                .flatMap(setting -> Stream.ofNullable(setting.name().variable()))
                .toList();
        List<String> named =
                VARIABLE.matcher(readme).results().map(MatchResult::group).toList();
        assertThat(named)
                .hasSizeGreaterThan(known.size())
                .allSatisfy(name -> assertThat(known).contains(name));
    }

    @Test
    void what_it_shows_of_the_start_is_what_is_printed() {
        Banner.Places places = new Banner.Places("http", new Door("127.0.0.1", 8080), new Door("127.0.0.1", 9090));
        List<String> printed = Banner.sandbox("0.1.0", "4359…", 25, places);
        assertThat(readme.lines())
                .containsAll(printed.stream()
                        .filter(line -> !line.contains("bearer token"))
                        .toList());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
