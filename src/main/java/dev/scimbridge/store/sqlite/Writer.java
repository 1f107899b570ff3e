package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.store.Picture;
import dev.scimbridge.store.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes what is waiting, writes it in one transaction, and so pays for one sync of the
 * disk where many are waiting and for no delay where one is.
 */
final class Writer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** Bounds how long the first of a batch waits for the others. */
    private static final int BATCH = 256;

    /** How often it is tried whether a store that could not be written can be again. */
    private static final Duration PROBE = Duration.ofSeconds(1);

    private static final Duration UNTIL_SOMETHING_COMES = Duration.ofNanos(Long.MAX_VALUE);

    private final Inbox<Job<?>> inbox = new Inbox<>();
    private final Supplier<Session> sessions;
    private final BooleanSupplier room;
    private final Executor completions;
    private final Picture picture;
    private @Nullable Session session;
    private volatile long revision;
    private volatile boolean halted;
    private volatile @Nullable String trouble;

    /**
     * Begins with an open session, so that a store that cannot be written is found out at once.
     *
     * @param room whether it is worth trying to write again to a store that could not be written
     */
    Writer(Supplier<Session> sessions, BooleanSupplier room, Executor completions, Picture picture) {
        this.room = room;
        this.sessions = sessions;
        this.completions = completions;
        this.picture = picture;
        try {
            revision = session().commit(List.of()).revision();
        } catch (StoreUnavailable e) {
            abandon();
            throw e;
        }
    }

    void write(Job<?> job) {
        if (!inbox.offer(job)) {
            job.fail(new StoreUnavailable("the store is closed"));
            job.complete();
        }
    }

    long revision() {
        return revision;
    }

    @Nullable
    String trouble() {
        return trouble;
    }

    /** Takes nothing more; the thread ends once all that is waiting is written. */
    void finish() {
        inbox.close();
    }

    /** As a power cut does: what has not been begun is never written, and nobody is told that it was. */
    void halt() {
        halted = true;
        inbox.close();
    }

    @Override
    public void run() {
        while (!inbox.isDone()) {
            List<Job<?>> batch = inbox.take(BATCH, trouble == null ? UNTIL_SOMETHING_COMES : PROBE);
            if (!batch.isEmpty() || (trouble != null && room.getAsBoolean())) {
                commit(batch);
            }
            for (Job<?> job : batch) {
                tell(job);
            }
        }
    }

    private void commit(List<Job<?>> batch) {
        if (halted) {
            batch.forEach(job -> job.fail(new StoreUnavailable("the store is closed")));
            return;
        }
        Session.Written written;
        try {
            written = session().commit(batch);
        } catch (Throwable thrown) {
            abandon();
            StoreUnavailable unavailable = thrown instanceof StoreUnavailable known
                    ? known
                    : new StoreUnavailable("the store does not work now: " + thrown.getMessage(), thrown);
            batch.forEach(job -> job.fail(unavailable));
            troubled(String.valueOf(unavailable.getMessage()));
            return;
        }
        recovered();
        revision = written.revision();
        publish(written.changes());
    }

    /** Said once, here, for all who write. */
    private void troubled(String why) {
        if (trouble == null) {
            LOG.error("Nothing can be written, and so nothing is taken in or sent, until it can be: {}", why);
        }
        trouble = why;
    }

    private void recovered() {
        if (trouble != null) {
            LOG.info("The store can be written again");
            trouble = null;
        }
    }

    private Session session() {
        Session current = session;
        if (current == null) {
            current = sessions.get();
            session = current;
        }
        return current;
    }

    private void publish(Changes changes) {
        if (changes.isEmpty()) {
            return;
        }
        try {
            picture.published(changes);
        } catch (Throwable thrown) {
            // What was written stays written; whoever keeps a picture of it in memory has missed a change.
            LOG.error("A committed change could not be published", thrown);
        }
    }

    private void tell(Job<?> job) {
        try {
            completions.execute(job::complete);
        } catch (RejectedExecutionException e) {
            job.complete();
        } catch (Throwable thrown) {
            LOG.error("A write that is committed could not be told of in the usual way", thrown);
            job.complete();
        }
    }

    /** Lets go of the database, whatever has become of the last batch. */
    void abandon() {
        Session last = session;
        session = null;
        if (last == null) {
            return;
        }
        try {
            last.close();
        } catch (StoreUnavailable e) {
            LOG.warn("The store's connection could not be closed: {}", e.getMessage());
        }
    }
}
