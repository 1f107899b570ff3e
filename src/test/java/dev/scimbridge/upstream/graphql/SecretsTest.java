package dev.scimbridge.upstream.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The key and the secret show in the headers of a call, and nowhere else. */
class SecretsTest {
    private final Logger log = (Logger) LoggerFactory.getLogger("dev.scimbridge.upstream");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        log.setLevel(Level.TRACE);
        log.setAdditive(false);
        log.addAppender(logged);
    }

    @AfterEach
    void stop() {
        log.detachAppender(logged);
        log.setAdditive(true);
        log.setLevel(null);
    }

    private Stream<String> lines() {
        return logged.list.stream().map(ILoggingEvent::getFormattedMessage);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 500})
    void a_workspace_that_echoes_the_secret_is_not_quoted(int status) {
        String echo = "{\"errors\":[{\"message\":\"Invalid API key key-4711 with secret-0815\","
                + "\"extensions\":{\"code\":\"secret-0815\"}}]}";
        assertThat(Scripted.inviteAnswered(status, echo, "Content-Type", "x/secret-0815")
                        .toString())
                .contains("•••")
                .doesNotContain("0815", "4711");
        assertThat(lines()).isNotEmpty().noneMatch(line -> line.contains("0815") || line.contains("4711"));
    }

    @Test
    void garbage_with_the_secret_in_it_is_not_quoted() {
        assertThat(Scripted.inviteAnswered(200, "secret-0815", "Content-Type", "secret-0815/x")
                        .toString())
                .doesNotContain("0815");
        assertThat(lines()).noneMatch(line -> line.contains("0815"));
    }

    @Test
    void a_call_is_logged_once_with_what_came_of_it() {
        Scripted.inviteAnswered(503, "");
        assertThat(lines()).hasSize(1).allMatch(line -> line.matches("inviteUser took \\d+ ms: Unknown"));
    }

    @Test
    void entries_that_name_nobody_are_counted_in_the_log_until_the_count_changes() {
        String two = "{\"data\":{\"listUsers\":{\"ok\":true,\"activeUsers\":[{},{}],\"invitedUsers\":[]}}}";
        String one = two.replace("{},{}", "{}");
        try (Scripted scripted = new Scripted().says(200, two).says(200, two).says(200, one)) {
            for (int i = 0; i < 3; i++) {
                scripted.workspace.roster();
            }
        }
        assertThat(logged.list.stream().filter(event -> event.getLevel() == Level.WARN))
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "the listing has 2 entries without an e-mail or a uid; they are passed over",
                        "the listing has 1 entries without an e-mail or a uid; they are passed over");
    }
}
