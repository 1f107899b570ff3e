package dev.scimbridge.directory;

/**
 * Where readers find the current snapshot. It opens with the first believed listing, and never closes again: before
 * that, saying "nobody is here" would be a guess.
 */
public final class Directory {
    private volatile Snapshot current;
    private volatile boolean open;

    public Directory(Presentation presentation) {
        this.current = Snapshot.empty(presentation);
    }

    public Snapshot snapshot() {
        return current;
    }

    /** For what is on record already. */
    public Filling filling() {
        return new Filling(current);
    }

    /** Publishes what is on record, where there was nothing. */
    public void publish(Filling filling) {
        current = filling.snapshot();
    }

    /** Publishes what was just committed. Called by one thread at a time, in the order of the commits. */
    public void publish(Changes changes) {
        current = current.with(changes);
    }

    public boolean isOpen() {
        return open;
    }

    public void open() {
        open = true;
    }
}
