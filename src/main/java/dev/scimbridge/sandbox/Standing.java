package dev.scimbridge.sandbox;

/** How somebody stands with the workspace. */
enum Standing {
    INVITED,
    EXPIRED,
    ACTIVE,
    DISABLED,
    /** An invite taken back, or one of several that another made superfluous. */
    REMOVED;

    boolean signedUp() {
        return this == ACTIVE || this == DISABLED;
    }
}
