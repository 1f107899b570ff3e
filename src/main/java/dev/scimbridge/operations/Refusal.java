package dev.scimbridge.operations;

/** An operator's command that cannot be carried out as it was said. The message is one plain line with the cure. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refusal(String message) {
        super(message);
    }
}
