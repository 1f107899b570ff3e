package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.sandbox.HandWoundClock;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.contract.Cast;
import dev.scimbridge.store.contract.StoreKit;
import dev.scimbridge.store.sqlite.SqliteKit;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time-out only turns a deadlock into a failure. */
@Timeout(60)
class WorkLoopTest {
    private final HandWoundClock clock = new HandWoundClock();
    private final StoreKit kit = new SqliteKit();
    private final Store store = kit.open();
    private final Counter counter = new Counter();
    private WorkLoop loop;

    /** Serves each person only when it is let. */
    private static final class Counter implements WorkLoop.Service {
        private final List<UUID> begun = new CopyOnWriteArrayList<>();
        private final List<UUID> served = new CopyOnWriteArrayList<>();
        private final Semaphore turns = new Semaphore(0);
        private volatile boolean paused;
        private volatile boolean late;

        @Override
        public Duration turn() {
            return late ? Duration.ofSeconds(1) : Duration.ZERO;
        }

        @Override
        public void serve(UUID person) {
            begun.add(person);
            turns.acquireUninterruptibly();
            served.add(person);
            if (person.equals(UNLUCKY)) {
                throw new IllegalStateException("a step that fails");
            }
        }

        @Override
        public int urgency(UUID person) {
            return 2;
        }

        @Override
        public boolean isPaused() {
            return paused;
        }

        void awaitBegun(UUID... people) {
            await().untilAsserted(() -> assertThat(begun).containsExactly(people));
        }
    }

    private static final UUID UNLUCKY = UUID.randomUUID();
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID LEAVER = UUID.randomUUID();
    private static final UUID PRESENT = UUID.randomUUID();
    private static final UUID JOINER = UUID.randomUUID();

    @AfterEach
    void tidies_up() {
        counter.turns.release(1000);
        close();
        kit.close();
    }

    private void close() {
        loop.stop();
        loop.await(Duration.ofMinutes(1));
    }

    @Test
    void leavers_are_served_first_and_equals_in_their_order() {
        start(1);
        loop.offer(FIRST, 2);
        counter.awaitBegun(FIRST);
        loop.offer(JOINER, 2);
        loop.offer(PRESENT, 1);
        loop.offer(UNLUCKY, 1);
        loop.offer(LEAVER, 0);
        counter.turns.release(5);
        counter.awaitBegun(FIRST, LEAVER, PRESENT, UNLUCKY, JOINER);
    }

    @Test
    void whoever_becomes_a_leaver_while_waiting_is_moved_up_and_served_once() {
        start(1);
        loop.offer(FIRST, 2);
        counter.awaitBegun(FIRST);
        loop.offer(JOINER, 2);
        loop.offer(LEAVER, 2);
        loop.offer(LEAVER, 0);
        loop.offer(LEAVER, 1);
        counter.turns.release(10);
        counter.awaitBegun(FIRST, LEAVER, JOINER);
    }

    @Test
    void a_person_is_with_one_thread_at_a_time_and_offered_meanwhile_is_served_once_more() {
        start(4);
        for (int i = 0; i < 5; i++) {
            loop.offer(FIRST, 0);
        }
        counter.awaitBegun(FIRST);
        for (int i = 0; i < 5; i++) {
            loop.offer(FIRST, 0);
        }
        loop.offer(JOINER, 2);
        counter.awaitBegun(FIRST, JOINER);
        counter.turns.release(100);
        counter.awaitBegun(FIRST, JOINER, FIRST);
    }

    @Test
    void whoever_is_most_urgent_when_there_is_a_turn_has_it() {
        counter.late = true;
        counter.turns.release(10);
        start(1);
        loop.offer(JOINER, 2);
        loop.offer(PRESENT, 1);
        loop.offer(LEAVER, 0);
        assertThat(counter.begun).isEmpty();
        counter.late = false;
        await().until(() -> counter.served.size() == 3);
        assertThat(counter.begun).first().isEqualTo(LEAVER);
    }

    @Test
    void a_step_that_fails_does_not_take_its_thread_along() {
        start(1);
        counter.turns.release(2);
        loop.offer(UNLUCKY, 0);
        loop.offer(JOINER, 2);
        counter.awaitBegun(UNLUCKY, JOINER);
    }

    @Test
    void whoever_falls_due_is_served_but_not_while_it_is_paused() {
        counter.paused = true;
        counter.turns.release(100);
        User user = Cast.due(
                Cast.desired(Cast.member("max@acme.io", AccountType.DEVELOPER), new Desired.Inactive()),
                clock.instant().plusSeconds(10));
        store.write(tx -> {
                    tx.people().put(user);
                    return user;
                })
                .toCompletableFuture()
                .join();
        start(2);
        clock.wind(Duration.ofSeconds(10));
        loop.stir();
        loop.offer(JOINER, 2);
        counter.awaitBegun(JOINER);
        counter.paused = false;
        await().until(() -> counter.served.contains(user.id()));
    }

    @Test
    void closing_waits_for_what_has_begun_and_begins_nothing_more() throws InterruptedException {
        start(1);
        loop.offer(FIRST, 0);
        counter.awaitBegun(FIRST);
        loop.offer(JOINER, 2);
        Thread closing = new Thread(this::close);
        closing.start();
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        loop.offer(PRESENT, 0);
        assertThat(counter.served).isEmpty();
        counter.turns.release(100);
        closing.join();
        assertThat(counter.served).containsExactly(FIRST);
        assertThat(counter.begun).containsExactly(FIRST);
    }

    private void start(int servers) {
        loop = new WorkLoop(store, clock, counter, work -> new Thread(work, "loop"), servers);
        loop.start();
    }
}
