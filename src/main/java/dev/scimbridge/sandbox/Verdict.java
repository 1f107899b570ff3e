package dev.scimbridge.sandbox;

import java.util.Optional;

/** What came of a call. */
sealed interface Verdict {
    /** Answered ok; {@code changed} says whether anything is different now. */
    record Done(boolean changed) implements Verdict {}

    /** Answered {@code ok: false}. */
    record Declined() implements Verdict {}

    /** Answered with GraphQL errors. */
    record Refused(String words, Optional<String> code) implements Verdict {
        Refused(String words) {
            this(words, Optional.empty());
        }
    }

    default boolean changed() {
        return this instanceof Done done && done.changed();
    }
}
