package dev.scimbridge.store;

/**
 * The store cannot write, or read, now: disk full, read-only, closed. Nothing of the work was written; it may be tried
 * again.
 */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreUnavailable(String message) {
        super(message);
    }

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
