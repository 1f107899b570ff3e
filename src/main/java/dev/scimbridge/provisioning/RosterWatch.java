package dev.scimbridge.provisioning;

import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Backoff;
import dev.scimbridge.lifecycle.Listing;
import dev.scimbridge.store.StoreUnavailable;
import dev.scimbridge.upstream.Roster;
import dev.scimbridge.upstream.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the workspace: every so often, and when somebody asks. One listing runs at a time and answers all who asked
 * before it was requested.
 */
final class RosterWatch {
    private static final Logger LOG = LoggerFactory.getLogger(RosterWatch.class);

    /** Between two listings, however many ask: each is the whole workspace. */
    private static final Duration BREATH = Duration.ofMillis(250);

    private static final long NAP_MILLIS = 100;

    private final Workspace workspace;
    private final RosterFold fold;
    private final Circuit circuit;
    private final Pace pace;
    private final Tact tact;
    private final Thread thread;

    private final Set<UUID> askers = new LinkedHashSet<>();
    private Instant notBefore = Instant.MIN;
    private int failures;
    private @Nullable String failure;
    private boolean complained;
    private boolean closed;

    /** The turn that was reserved for the next listing, null if none was. */
    private @Nullable Instant turn;

    /** How the workspace is, and how often it may be called. */
    record Health(Circuit circuit, Pace pace) {}

    /**
     * When to look.
     *
     * @param cadence when nobody asks
     * @param pauses after listings that failed
     * @param revision the store's last revision
     */
    record Tact(Clock clock, Cadence cadence, Backoff pauses, LongSupplier revision, DoubleSupplier random) {}

    RosterWatch(Workspace workspace, RosterFold fold, Health health, Tact tact, ThreadFactory factory) {
        this.workspace = workspace;
        this.fold = fold;
        this.circuit = health.circuit;
        this.pace = health.pace;
        this.tact = tact;
        this.thread = factory.newThread(this::watch);
    }

    void start() {
        thread.start();
    }

    /** Asks for a listing on behalf of this person, who is served when it has come or failed. */
    synchronized void look(UUID person) {
        askers.add(person);
        notifyAll();
    }

    /** Why there is no listing, null if the last one came. */
    synchronized @Nullable String failure() {
        return failure;
    }

    private void watch() {
        for (List<UUID> asking = awaitTurn(); asking != null; asking = awaitTurn()) {
            try {
                look();
            } catch (StoreUnavailable e) {
                again("the store cannot be written: " + e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("a listing could not be taken in and is asked for again", e);
                failed(e.toString());
            }
            fold.serve(asking);
        }
    }

    private void look() {
        Listing listing = new Listing(tact.revision.getAsLong(), tact.clock.instant());
        Answer<Roster> answer = workspace.roster();
        circuit.heard(answer);
        if (answer instanceof Answer.Data<Roster> data) {
            succeeded(listing, fold.fold(listing, data.value()));
        } else {
            failed("the workspace does not list its people: " + Words.of(answer));
        }
    }

    private synchronized void succeeded(Listing listing, boolean isQuiet) {
        if (complained) {
            LOG.info("the workspace answers again");
        }
        complained = false;
        failures = 0;
        failure = null;
        Instant now = tact.clock.instant();
        tact.cadence.came(listing, isQuiet, now);
        notBefore = now.plus(BREATH);
    }

    private synchronized void failed(String why) {
        if (failure == null || !failure.equals(why)) {
            LOG.warn("no listing of the workspace: {}", why);
        }
        complained = true;
        again(why);
    }

    private synchronized void again(String why) {
        failures++;
        failure = why;
        Instant again = tact.clock.instant().plus(tact.pauses.after(failures, tact.random));
        Instant paused = circuit.pausedUntil();
        notBefore = paused.isAfter(again) ? paused : again;
        tact.cadence.failed();
    }

    /** Waits until a listing is due or asked for; gives those who asked, null when closed. */
    private synchronized @Nullable List<UUID> awaitTurn() {
        try {
            while (!closed && !isTurn()) {
                wait(NAP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        turn = null;
        List<UUID> asking = List.copyOf(askers);
        askers.clear();
        return closed ? null : asking;
    }

    private boolean isTurn() {
        Instant now = tact.clock.instant();
        boolean wanted = !askers.isEmpty() || failure != null || !now.isBefore(tact.cadence.next());
        if (!wanted || now.isBefore(notBefore)) {
            return false;
        }
        if (turn == null) {
            turn = now.plus(pace.reserve());
        }
        return !now.isBefore(turn);
    }

    /** Time has gone by, perhaps. */
    synchronized void stir() {
        notifyAll();
    }

    /** Asks for no further listing. */
    synchronized void stop() {
        closed = true;
        notifyAll();
    }

    /** Waits for the listing that runs, at most so long. */
    void await(Duration limit) {
        try {
            thread.join(Math.max(1, limit.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
