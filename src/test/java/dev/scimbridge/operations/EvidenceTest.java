package dev.scimbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a leaver left, from the chain alone: asked, commanded, confirmed. */
class EvidenceTest {
    private static final String LEAVE = "patch: replace active false";

    /** The numbers of its entries, 0 for what is not there. */
    private static List<Long> numbers(Evidence evidence) {
        return Stream.of(evidence.asked(), evidence.commanded(), evidence.confirmed())
                .map(line -> line == null ? 0 : line.seq())
                .toList();
    }

    private static List<List<Long>> numbers(History history) {
        return Evidence.of(history.lines()).stream().map(EvidenceTest::numbers).toList();
    }

    @Test
    void it_is_the_first_asking_the_last_command_and_the_confirmation() {
        History history = new History()
                .asked("create eva@acme.io", "active", null)
                .asked(LEAVE, "inactive", null)
                .called("disableUser 1b05…", "UNKNOWN: cut")
                .asked(LEAVE, "inactive", null)
                .called("disableUser 1b05…", "ok")
                .listing("seen not in the workspace any more", "was active")
                .confirmed();
        assertThat(numbers(history)).containsExactly(List.of(2L, 5L, 7L));
    }

    @Test
    void without_a_confirmation_it_is_open() {
        History history = new History().asked("delete", "deleted", null).called("disableUser 1b05…", "ok");
        assertThat(numbers(history)).containsExactly(List.of(1L, 2L, 0L));
    }

    @Test
    void whoever_was_taken_back_in_between_does_not_leave() {
        History history = new History().asked(LEAVE, "inactive", null).asked("replace", "active as ADMIN", null);
        assertThat(numbers(history)).isEmpty();
    }

    @Test
    void each_time_somebody_leaves_counts() {
        History history = new History()
                .asked(LEAVE, "inactive", null)
                .called("disableUser 1b05…", "ok")
                .confirmed()
                .asked("patch: replace active true", "active", null)
                .asked("delete", "deleted", null)
                .confirmed();
        assertThat(numbers(history)).containsExactly(List.of(1L, 2L, 3L), List.of(5L, 0L, 6L));
    }

    @Test
    void a_beginning_that_was_forgotten_leaves_what_is_there() {
        assertThat(numbers(new History().called("disableUser 1b05…", "ok").confirmed()))
                .containsExactly(List.of(0L, 1L, 2L));
    }
}
