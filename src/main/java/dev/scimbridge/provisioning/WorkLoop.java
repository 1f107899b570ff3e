package dev.scimbridge.provisioning;

import dev.scimbridge.store.Store;
import dev.scimbridge.store.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the people who are due with a bounded number of threads, leavers first. Each person is with one thread at a
 * time; somebody who is offered while being served is served once more.
 */
final class WorkLoop {
    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
    private static final int BATCH = 256;

    /** How long the loop sleeps at most: a clock that was set must not put anybody off. */
    private static final long NAP_MILLIS = 200;

    /** How often it is asked again whether there is a turn. */
    private static final long TURN_MILLIS = 10;

    private final Store store;
    private final Clock clock;
    private final Service service;
    private final PriorityQueue<Turn> queue = new PriorityQueue<>();
    private final Map<UUID, Integer> queued = new HashMap<>();
    private final Set<UUID> running = new HashSet<>();
    private final Set<UUID> again = new HashSet<>();
    private final List<Thread> threads;

    private long turns;
    private boolean stirred = true;
    private boolean closed;

    /** What the loop does for people. */
    interface Service {
        /**
         * Takes a turn for one call to the workspace if there is one: zero. Otherwise how long it is until there is. Only
         * then is it decided who has it, so that a leaver never waits behind those who were there before.
         */
        Duration turn();

        /** Takes the next step for a person, in the turn taken; may block for as long as one call to the workspace. */
        void serve(UUID person);

        /** How soon: 0 first. */
        int urgency(UUID person);

        /** Whether no lever may be pulled now, so that serving would change nothing. */
        boolean isPaused();
    }

    private record Turn(int urgency, long number, UUID person) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            int byUrgency = Integer.compare(urgency, other.urgency);
            return byUrgency == 0 ? Long.compare(number, other.number) : byUrgency;
        }
    }

    /**
     * A loop that has not begun.
     *
     * @param factory makes its threads: one that watches what is due, and the rest, which serve
     */
    WorkLoop(Store store, Clock clock, Service service, ThreadFactory factory, int servers) {
        this.store = store;
        this.clock = clock;
        this.service = service;
        List<Thread> made = new ArrayList<>(List.of(factory.newThread(this::watch)));
        for (int i = 0; i < servers; i++) {
            made.add(factory.newThread(this::work));
        }
        this.threads = List.copyOf(made);
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** There is something to do for this person, now. Whoever waits already is moved up if it is more urgent. */
    synchronized void offer(UUID person, int urgency) {
        if (running.contains(person)) {
            again.add(person);
        } else if (!closed && urgency < queued.getOrDefault(person, Integer.MAX_VALUE)) {
            queued.put(person, urgency);
            queue.add(new Turn(urgency, turns++, person));
            notifyAll();
        }
    }

    /** Falling due while being served is no news: the step that is being taken sees it. */
    private synchronized void due(UUID person) {
        if (!running.contains(person)) {
            offer(person, service.urgency(person));
        }
    }

    /** Something was committed: somebody may have fallen due. */
    synchronized void stir() {
        stirred = true;
        notifyAll();
    }

    private void watch() {
        while (awaitStir()) {
            try {
                if (!service.isPaused() && store.trouble() == null) {
                    store.due(clock.instant(), BATCH).forEach(this::due);
                }
            } catch (RuntimeException e) {
                LOG.warn("what is due cannot be read, trying again: {}", e.toString());
            }
        }
    }

    /** Waits until something was committed or served, or a nap is over. False when closed. */
    private synchronized boolean awaitStir() {
        try {
            long rested = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(NAP_MILLIS);
            while (!stirred && !closed && System.nanoTime() < rested) {
                wait(NAP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        stirred = false;
        return !closed;
    }

    private void work() {
        for (UUID person = take(); person != null; person = take()) {
            try {
                service.serve(person);
            } catch (StoreUnavailable e) {
                LOG.debug("the step for {} could not be written and is tried again when it can be", person, e);
            } catch (RuntimeException e) {
                LOG.error("the step for {} failed and is tried again when they are next due", person, e);
            } finally {
                finished(person);
            }
        }
    }

    private synchronized @Nullable UUID take() {
        try {
            while (!closed && !isTurn()) {
                wait(queued.isEmpty() ? 0 : TURN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        Turn turn = closed ? null : queue.poll();
        while (turn != null && !Objects.equals(queued.get(turn.person), turn.urgency)) {
            turn = queue.poll(); // they were moved up since
        }
        if (turn == null) {
            return null;
        }
        queued.remove(turn.person);
        running.add(turn.person);
        return turn.person;
    }

    /** Whether there is somebody to serve and a turn to serve them in. */
    private boolean isTurn() {
        return !queued.isEmpty() && service.turn().isZero();
    }

    private synchronized void finished(UUID person) {
        running.remove(person);
        if (again.remove(person)) {
            offer(person, service.urgency(person));
        }
        if (queue.size() < BATCH / 2) {
            stirred = true;
            notifyAll();
        }
    }

    /** Begins nothing more. */
    synchronized void stop() {
        closed = true;
        notifyAll();
    }

    /** Waits for what was begun, at most so long. */
    void await(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
