package dev.scimbridge.operations.alert;

import java.util.Locale;

/**
 * Something that an operator has to know of, for as long as it is so.
 *
 * @param words one sentence: what is wrong, of whom, and the cure if there is one
 */
public record Cause(Kind kind, String words) {
    /** Of each kind there is one cause at a time; the worst come first. */
    public enum Kind {
        STORE_UNWRITABLE,
        CREDENTIALS_REFUSED,
        WORKSPACE_UNREACHABLE,
        LEAVER_PENDING,
        LEAVER_UNCONFIRMED,
        FOREIGN_LEAVER,
        LEVERS_STOPPED,
        BRAKE_LATCHED,
        HELD,
        IMPLAUSIBLE_LISTING,
        NEEDS_HAND,
        CREDENTIALS_EXPIRING;

        /** For instance {@code leaver-pending}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
