package dev.scimbridge.provisioning;

/** A write that could not be made durable, and was therefore not taken in. It may be sent again. */
public final class Unwritten extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unwritten(Throwable cause) {
        super("the store cannot be written", cause);
    }
}
