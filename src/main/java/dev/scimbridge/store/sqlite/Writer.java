package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.store.StoreUnavailable;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
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

    private final Inbox<Job<?>> inbox = new Inbox<>();
    private final Supplier<Session> sessions;
    private final Executor completions;
    private final Consumer<Changes> published;
    private @Nullable Session session;
    private volatile long revision;
    private volatile boolean halted;

    /** Begins with an open session, so that a store that cannot be written is found out at once. */
    Writer(Supplier<Session> sessions, Executor completions, Consumer<Changes> published) {
        this.sessions = sessions;
        this.completions = completions;
        this.published = published;
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
        for (List<Job<?>> batch = inbox.take(BATCH); !batch.isEmpty(); batch = inbox.take(BATCH)) {
            commit(batch);
            for (Job<?> job : batch) {
                tell(job);
            }
        }
        abandon();
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
            return;
        }
        revision = written.revision();
        publish(written.changes());
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
            published.accept(changes);
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

    private void abandon() {
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
