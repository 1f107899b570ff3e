package dev.scimbridge.directory;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where readers find the current snapshot. It opens with the first believed listing, and never closes again: before
 * that, saying "nobody is here" would be a guess.
 */
public final class Directory {
    /** So many people at once are put into their places only when somebody looks: more may come before that. */
    private static final int MANY = 100;

    private volatile Published published;
    private volatile boolean open;

    public Directory(Presentation presentation) {
        this.published = new Published(Snapshot.empty(presentation), List.of());
    }

    /** A snapshot, and what has been committed since. */
    private record Published(Snapshot snapshot, List<Changes> later) {}

    public Snapshot snapshot() {
        Published now = published;
        return now.later.isEmpty() ? now.snapshot : caughtUp();
    }

    private synchronized Snapshot caughtUp() {
        Published now = published;
        Snapshot snapshot = now.later.isEmpty() ? now.snapshot : now.snapshot.with(now.later);
        published = new Published(snapshot, List.of());
        return snapshot;
    }

    /** For what is on record already. */
    public Filling filling() {
        return new Filling(snapshot());
    }

    /** Publishes what is on record, where there was nothing. */
    public synchronized void publish(Filling filling) {
        published = new Published(filling.snapshot(), List.of());
    }

    /** Publishes what was just committed. Called by one thread at a time, in the order of the commits. */
    public synchronized void publish(Changes changes) {
        Published now = published;
        boolean isSeen = now.later.isEmpty() && changes.people().size() < MANY;
        published = isSeen
                ? new Published(now.snapshot.with(changes), List.of())
                : new Published(
                        now.snapshot,
                        Stream.concat(now.later.stream(), Stream.of(changes)).toList());
    }

    public boolean isOpen() {
        return open;
    }

    public void open() {
        open = true;
    }
}
