package dev.scimbridge.operations.alert;

import static dev.scimbridge.operations.alert.Scenery.BEGAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.operations.alert.Cause.Kind;
import dev.scimbridge.operations.alert.Standing.House;
import dev.scimbridge.operations.alert.Standing.Workspace;
import dev.scimbridge.sandbox.HandWoundClock;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.contract.StoreKit;
import dev.scimbridge.store.sqlite.SqliteKit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The watchman's rounds by a clock that only a hand moves. */
class AlarmsTest {
    private static final Duration REMINDER = Duration.ofDays(1);

    private final HandWoundClock clock = new HandWoundClock();
    private final StoreKit kit = new SqliteKit();
    private final Store store = kit.open(changes -> {});
    private final List<String> sent = new ArrayList<>();
    private boolean failing;
    private Workspace workspace = Scenery.listed(BEGAN);
    private House house = Scenery.FINE;
    private Watchman watchman = watchman();

    @AfterEach
    void tidies_up() {
        kit.close();
    }

    private Watchman watchman() {
        return new Watchman(
                () -> new Standing(clock.instant(), BEGAN, workspace, house, List.of()),
                store,
                REMINDER,
                this::send,
                () -> 0);
    }

    private void send(String text) throws IOException {
        if (failing) {
            throw new IOException("on purpose");
        }
        sent.add(text.replaceFirst(":? ?(the|commands).*", ""));
    }

    /** Rounds at the beginning and the end of this time. */
    private void pass(Duration time) {
        watchman.run();
        clock.wind(time);
        watchman.run();
    }

    private void restart() {
        store.write(tx -> true).toCompletableFuture().join(); // what was begun before is on disk
        watchman = watchman();
    }

    @Test
    void a_cause_is_said_once_reminded_of_and_ended_once() {
        workspace = Scenery.refusing();
        pass(REMINDER.minusMillis(1));
        assertThat(sent).containsExactly("credentials-refused");
        pass(Duration.ofMillis(1));
        assertThat(sent).containsExactly("credentials-refused", "still: credentials-refused");
        workspace = Scenery.listed(clock.instant());
        pass(REMINDER);
        assertThat(sent)
                .containsExactly("credentials-refused", "still: credentials-refused", "over: credentials-refused");
    }

    @Test
    void words_that_change_are_not_said_before_the_reminder() {
        house = new House("full", null);
        watchman.run();
        house = new House("read-only", null);
        pass(REMINDER.minusMillis(1));
        assertThat(sent).containsExactly("store-unwritable");
    }

    @Test
    void a_channel_that_fails_is_tried_again_while_the_cause_is_on() {
        failing = true;
        workspace = Scenery.refusing();
        pass(Duration.ofMillis(500));
        failing = false;
        watchman.run();
        assertThat(sent).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(sent).containsExactly("credentials-refused");
    }

    @Test
    void what_was_over_before_anybody_heard_of_it_is_not_sent() {
        failing = true;
        workspace = Scenery.refusing();
        watchman.run();
        failing = false;
        workspace = Scenery.listed(BEGAN);
        pass(Duration.ofHours(1));
        assertThat(sent).isEmpty();
    }

    @Test
    void a_restart_repeats_nothing_that_was_heard_and_ends_nothing_before_it_knows() {
        workspace = Scenery.refusing();
        house = new House(null, "paused");
        watchman.run();
        assertThat(sent).containsExactly("credentials-refused", "levers-stopped");
        restart();
        workspace = new Workspace(null, false, null, false, null);
        pass(Duration.ofMinutes(1));
        assertThat(sent).hasSize(2);
        workspace = Scenery.listed(clock.instant());
        watchman.run();
        assertThat(sent).hasSize(3).last().isEqualTo("over: credentials-refused");
    }

    @Test
    void a_restart_says_again_what_nobody_has_heard() {
        failing = true;
        workspace = Scenery.refusing();
        watchman.run();
        restart();
        failing = false;
        watchman.run();
        assertThat(sent).containsExactly("credentials-refused");
    }

    @Test
    void nothing_is_said_twice_because_the_disk_was_full_meanwhile() {
        kit.sql("CREATE TRIGGER failing BEFORE UPDATE ON head BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END");
        house = new House("full", null);
        pass(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(2));
        assertThat(sent).containsExactly("store-unwritable");
    }

    @Test
    void what_is_kept_names_nobody() {
        Alarms alarms = Alarms.NONE
                .hearing(List.of(new Cause(Kind.HELD, "max@acme.io")), true, BEGAN, REMINDER)
                .alarms()
                .heard(Set.of(Kind.HELD));
        assertThat(alarms.text()).isEqualTo("held 2026-03-02T09:00:00Z");
        assertThat(Alarms.of(alarms.text() + "\nof-another-version x").text()).isEqualTo(alarms.text());
    }
}
