package dev.scimbridge.store;

import java.util.UUID;

/** A write replaces a version that is not the one in the store: someone else wrote in between. Read again, and retry. */
public final class StaleVersion extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StaleVersion(UUID record, long replaces) {
        super("version " + replaces + " of " + record + " is not the one in the store");
    }
}
