package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.directory.Group;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands over what is read in parts, so that a large store is never in memory twice. One thread takes rows out of the
 * database, some parts ahead of another that makes records of them: each has code of its own, and in the first second of
 * a process two threads in the same code stand in each other's way, because all of it is still being counted.
 */
final class Loading {
    private static final int PART = 500;
    private static final int AHEAD = 8;

    private final Queue<Supplier<Changes>> parts = new ArrayDeque<>();
    private List<byte[]> rows = new ArrayList<>(PART);
    private Changed groups = new Changed();
    private boolean isRead;
    private boolean isLeft;

    private Loading() {}

    /** Reads all there is with a thread of its own, and hands it over with this one. */
    static void from(Readers readers, ThreadFactory threads, Consumer<Changes> everything) {
        Loading loading = new Loading();
        CompletableFuture<Loading> reading = CompletableFuture.supplyAsync(
                        () -> readers.atLength(loading::read),
                        work -> threads.newThread(work).start())
                .whenComplete((read, failure) -> loading.end());
        try {
            loading.handOver(everything);
        } finally {
            loading.leave();
            var unused = reading.handle((read, failure) -> true).join();
        }
        try {
            reading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Loading read(Statements statements) {
        new PeopleTable("people", statements).eachRow(this::person);
        people();
        new GroupTables(statements).each(this);
        groups();
        return this;
    }

    private void person(byte[] row) {
        rows.add(row);
        if (rows.size() >= PART) {
            people();
        }
    }

    private void people() {
        List<byte[]> part = rows;
        put(() -> new Changes(PeopleTable.users(part), List.of(), Map.of()));
        rows = new ArrayList<>(PART);
    }

    void group(Group group, Set<UUID> members) {
        groups.group(new Regroup(group, false, members, Set.of()));
        groupsIf(PART);
    }

    void regrouped(UUID person, Instant at) {
        groups.regrouped(person, at);
        groupsIf(PART);
    }

    private void groupsIf(int size) {
        if (groups.size() >= size) {
            groups();
        }
    }

    private void groups() {
        Changes part = groups.changes();
        put(() -> part);
        groups = new Changed();
    }

    /** Part after part, until all is read. */
    private void handOver(Consumer<Changes> everything) {
        for (Supplier<Changes> part = take(); part != null; part = take()) {
            Changes changes = part.get();
            if (!changes.isEmpty()) {
                everything.accept(changes);
            }
        }
    }

    private synchronized void put(Supplier<Changes> part) {
        await(() -> parts.size() < AHEAD || isLeft);
        if (isLeft) {
            throw new CancellationException("nobody takes what is read");
        }
        parts.add(part);
        notifyAll();
    }

    /** Null when all is read, or reading has failed. */
    private synchronized @Nullable Supplier<Changes> take() {
        await(() -> !parts.isEmpty() || isRead);
        notifyAll();
        return parts.poll();
    }

    private synchronized void await(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while loading");
        }
    }

    private synchronized void end() {
        isRead = true;
        notifyAll();
    }

    private synchronized void leave() {
        isLeft = true;
        notifyAll();
    }
}
