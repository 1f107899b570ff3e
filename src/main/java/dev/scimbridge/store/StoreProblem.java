package dev.scimbridge.store;

/** The store cannot be opened. The message is one line for an operator and names the cure. */
public final class StoreProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreProblem(String message) {
        super(message);
    }

    public StoreProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
