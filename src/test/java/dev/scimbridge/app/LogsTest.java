package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nobody writes a line of the log by what they send. */
class LogsTest {
    private static final LoggerContext CONTEXT = (LoggerContext) LoggerFactory.getILoggerFactory();
    private static final Logger LOGGER = CONTEXT.getLogger("dev.scimbridge.Test");
    private static final String FORGED =
            "\r\n\u0085\u2028\u202e\u001b[2J2026-01-01T00:00:00.000Z INFO  Forged - all is well";

    private static List<String> lines(LogFormat format, Throwable thrown) {
        LoggingEvent event = new LoggingEvent("", LOGGER, Level.INFO, "said: {}", thrown, new Object[] {FORGED});
        String written = new String(Logs.encoder(format, CONTEXT).encode(event), StandardCharsets.UTF_8);
        assertThat(written).endsWith("\n").doesNotContain("\u0085", "\u2028", "\u202e", "\u001b");
        return written.lines().toList();
    }

    @Test
    void a_message_is_one_line() {
        for (LogFormat format : LogFormat.values()) {
            assertThat(lines(format, null)).hasSize(1);
        }
    }

    @Test
    void a_line_for_people_says_when_how_grave_and_who() {
        assertThat(lines(LogFormat.TEXT, null).get(0))
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO  Test - said:  *\\[2J2026-01-01T.* is well");
    }

    @Test
    void the_lines_of_a_failure_are_not_taken_for_others() {
        Exception failure =
                new IllegalStateException("bad: " + FORGED, new IllegalArgumentException("worse: " + FORGED));
        assertThat(lines(LogFormat.JSON, failure)).hasSize(1);
        List<String> lines = lines(LogFormat.TEXT, failure);
        assertThat(lines.subList(1, lines.size()))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("  "))
                .anyMatch(line -> line.contains("IllegalStateException"))
                .anyMatch(line -> line.contains("at dev.scimbridge.app.LogsTest"));
    }
}
