package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** How a process ends that is told to, and what its log looks like on the way; in processes of their own. */
class LifespanTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIGTERM = 128 + 15;

    /** Something that runs. It closes well, badly or never. */
    static final class Running {
        private Running() {}

        public static void main(String[] arguments) {
            LogFormat format = LogFormat.valueOf(arguments[1]);
            Logs.start(format);
            Lifespan.closeAtEnd(() -> close(arguments[0]), Duration.ofMillis(300));
            MDC.put("request", "r-1");
            LoggerFactory.getLogger("dev.scimbridge.test").info("first\nsecond");
            MDC.clear();
            LoggerFactory.getLogger("dev.scimbridge.test").error("broken", new IllegalStateException("why"));
            LoggerFactory.getLogger("org.glassfish.test").info("not wanted");
            Logger.getLogger("org.glassfish.test").log(Level.INFO, "not wanted");
            Logger.getLogger("org.glassfish.test").log(Level.WARNING, "from java.util.logging");
            LoggerFactory.getLogger("dev.scimbridge.test").info("ready");
            Lifespan.park();
        }

        private static void close(String how) throws Exception {
            if (how.equals("badly")) {
                throw new IllegalStateException("will not");
            }
            if (how.equals("never")) {
                new CountDownLatch(1).await();
            }
        }
    }

    private record End(int code, List<String> lines) {
        String all() {
            return String.join("\n", lines);
        }
    }

    private static End terminated(String how, LogFormat format) throws Exception {
        Process process = Child.start(Running.class, how, format.name());
        try (BufferedReader reader = process.inputReader()) {
            List<String> lines = new ArrayList<>(Child.readUntil(reader, "ready"));
            // Not the process itself, which would close its streams at once.
            process.toHandle().destroy();
            lines.addAll(Child.readUntil(reader, "\0 up to the end"));
            return new End(Child.ended(process), lines);
        }
    }

    @Test
    void sigterm_closes_what_runs_and_ends_with_143() throws Exception {
        End end = terminated("well", LogFormat.TEXT);
        assertThat(end.code()).isEqualTo(SIGTERM);
        assertThat(end.all()).contains("- stopping").contains("- stopped");
    }

    @Test
    void closing_that_fails_or_never_ends_holds_nothing_up_and_is_said() throws Exception {
        End badly = terminated("badly", LogFormat.TEXT);
        assertThat(badly.code()).isEqualTo(SIGTERM);
        assertThat(badly.all()).contains("closing failed", "will not");
        End never = terminated("never", LogFormat.TEXT);
        assertThat(never.code()).isEqualTo(SIGTERM);
        assertThat(never.all()).contains("not closed within").doesNotContain("- stopped");
    }

    @Test
    void a_text_log_has_one_line_for_a_message_and_only_warnings_of_others() throws Exception {
        End end = terminated("well", LogFormat.TEXT);
        assertThat(end.all())
                .contains("INFO  test - first second", "from java.util.logging", "IllegalStateException: why")
                .doesNotContain("not wanted");
        assertThat(end.lines().get(0)).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO .*");
    }

    @Test
    void every_line_of_a_json_log_is_an_object_with_the_same_fields() throws Exception {
        End end = terminated("badly", LogFormat.JSON);
        List<JsonNode> events = new ArrayList<>();
        for (String line : end.lines()) {
            events.add(JSON.readTree(line));
        }
        assertThat(events).allSatisfy(event -> {
            assertThat(Instant.parse(event.path("time").asText())).isNotNull();
            assertThat(event.path("level").isTextual()).isTrue();
            assertThat(event.path("logger").isTextual()).isTrue();
            assertThat(event.path("message").isTextual()).isTrue();
            assertThat(event.path("mdc").isObject()).isTrue();
        });
        assertThat(events.get(0).path("message").asText()).isEqualTo("first\nsecond");
        assertThat(events.get(0).path("mdc").path("request").asText()).isEqualTo("r-1");
        assertThat(events.get(1).path("error").asText()).contains("IllegalStateException: why");
        assertThat(events).extracting(event -> event.path("message").asText()).contains("stopping", "closing failed");
    }

    /** Shows a banner as a command does. */
    static final class Showing {
        private Showing() {}

        public static void main(String[] arguments) {
            Output output = new Output();
            new picocli.CommandLine(new Command(output)).parseArgs(arguments);
            output.startLog();
            output.show(List.of("one", "  two"), new PrintWriter(System.out, true));
        }

        @picocli.CommandLine.Command
        private record Command(@picocli.CommandLine.Mixin Output output) {}
    }

    @Test
    void a_banner_is_plain_lines_for_people_and_one_event_for_machines() throws Exception {
        try (BufferedReader text = Child.start(Showing.class).inputReader()) {
            assertThat(Child.readUntil(text, "\0 up to the end")).containsExactly("one", "  two");
        }
        try (BufferedReader json = Child.start(Showing.class, "--log=JSON").inputReader()) {
            assertThat(Child.readUntil(json, "\0 up to the end"))
                    .singleElement()
                    .satisfies(line -> assertThat(
                                    JSON.readTree(line).path("message").asText())
                            .isEqualTo("one\n  two"));
        }
    }
}
