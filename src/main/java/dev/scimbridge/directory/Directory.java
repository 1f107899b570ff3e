package dev.scimbridge.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where readers find the current snapshot. It opens with the first believed listing, and never closes again: before
 * that, saying "nobody is here" would be a guess.
 */
public final class Directory {
    private volatile Snapshot current;
    private final CompletableFuture<Void> opening = new CompletableFuture<>();

    /** Committed while it was shut, and not looked for yet: people who come all at once are put into their places so. */
    private final List<Changes> later = new ArrayList<>();

    public Directory(Presentation presentation) {
        this.current = Snapshot.empty(presentation);
    }

    /** Once it is open, nobody waits for it. */
    public Snapshot snapshot() {
        return isOpen() ? current : caughtUp();
    }

    private synchronized Snapshot caughtUp() {
        if (!later.isEmpty()) {
            current = current.with(later);
            later.clear();
        }
        return current;
    }

    /** For what is on record already. */
    public Filling filling() {
        return new Filling(snapshot());
    }

    /** Publishes what is on record, where there was nothing. */
    public synchronized void publish(Filling filling) {
        current = filling.snapshot();
    }

    /** Publishes what was just committed. Called by one thread at a time, in the order of the commits. */
    public synchronized void publish(Changes changes) {
        if (isOpen()) {
            current = current.with(changes);
        } else {
            later.add(changes);
        }
    }

    public boolean isOpen() {
        return opening.isDone();
    }

    /** Done once it is open. */
    public CompletionStage<Void> opening() {
        return opening.minimalCompletionStage();
    }

    public synchronized void open() {
        var unused = caughtUp();
        opening.complete(null);
    }
}
