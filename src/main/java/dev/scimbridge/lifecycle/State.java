package dev.scimbridge.lifecycle;

import java.util.Locale;

/** How a person's wish stands, in the words shown to operators and in the SCIM extension. */
public enum State {
    SETTLED,
    PENDING,
    WAITING_FOR_SIGNUP,
    ARMED,
    HELD,
    REFUSED,
    NEEDS_HAND,
    DRIFT,
    UNMANAGED,
    SHADOW;

    /** For instance {@code waiting-for-signup}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
