package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.User;
import dev.scimbridge.store.AuditLog;
import dev.scimbridge.store.Picture;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.StoreProblem;
import dev.scimbridge.store.StoreUnavailable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The store in one folder of this machine, for one process. */
public final class SqliteStore implements Store {
    private static final String DUE =
            "SELECT id FROM people WHERE due IS NOT NULL AND urgency = ? AND due <= ? ORDER BY due, id LIMIT ?";

    private final Folder folder;
    private final Readers readers;
    private final Writer writer;
    private final ThreadFactory threads;
    private final Thread thread;

    private SqliteStore(Folder folder, Readers readers, Writer writer, ThreadFactory threads) {
        this.folder = folder;
        this.readers = readers;
        this.writer = writer;
        this.threads = threads;
        thread = threads.newThread(this::run);
    }

    /** Loads what no folder is needed for, some time before a store is opened. */
    public static void prepare() {
        Library.load();
    }

    /**
     * Opens the store of a folder, and makes both if need be.
     *
     * @param threads makes the one thread that writes, and one that helps to {@link #load}
     * @param completions runs what callers have chained to a {@link #write}. The writes of a batch are handed over in
     *     their order; with {@code Runnable::run} they complete on the writer's thread, which is quickest, and what is
     *     chained must then be short and must never wait for the store
     * @param picture is told on the writer's thread, after each commit and before any of its writes completes, what
     *     it changed: each person in their last state, in the order in which those were written
     * @throws StoreProblem if it cannot be opened
     */
    public static SqliteStore open(Path folder, ThreadFactory threads, Executor completions, Picture picture) {
        Folder taken = Folder.take(folder);
        try {
            Database database = new Database(taken.database());
            Schema.complete(database, taken);
            Writer writer =
                    new Writer(() -> new Session(database.writer(), picture), taken::hasRoom, completions, picture);
            SqliteStore store = new SqliteStore(taken, new Readers(database), writer, threads);
            store.thread.start();
            return store;
        } catch (FlywayException | StoreUnavailable e) {
            taken.close();
            throw Diagnosis.of(taken, e);
        } catch (Throwable thrown) {
            taken.close();
            throw thrown;
        }
    }

    private void run() {
        try {
            writer.run();
        } finally {
            // Whoever leaves a database last copies its log into it, which only one who may write can.
            readers.close();
            writer.abandon();
            folder.close();
        }
    }

    @Override
    public <T> CompletionStage<T> write(Work<T> work) {
        Job<T> job = new Job<>(work);
        writer.write(job);
        return job.stage();
    }

    @Override
    public void load(Consumer<Changes> everything) {
        Loading.from(readers, threads, everything);
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        return readers.briefly(statements -> {
            List<UUID> due = new ArrayList<>();
            for (int urgency = 0; urgency < User.URGENCIES; urgency++) {
                int rank = urgency;
                int left = limit - due.size();
                due.addAll(statements.all(DUE, to -> to.number(rank).time(now).number(left), Row::id));
            }
            return due;
        });
    }

    @Override
    public long revision() {
        return writer.revision();
    }

    @Override
    public @Nullable String trouble() {
        return writer.trouble();
    }

    /** The audit chain, to be read. */
    public AuditLog audit() {
        return new AuditTrail(readers);
    }

    /** Lets go of the folder without writing what is queued. */
    void halt() {
        writer.halt();
        close();
    }

    /** Writes what is queued, then lets go of the folder; waits for both unless it is called by the writer itself. */
    @Override
    public void close() {
        writer.finish();
        boolean interrupted = false;
        while (thread.isAlive() && !Thread.currentThread().equals(thread)) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
