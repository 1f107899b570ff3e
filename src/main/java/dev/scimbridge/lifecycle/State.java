package dev.scimbridge.lifecycle;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final Map<String, State> BY_WORD =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(State::word, Function.identity()));

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** For instance {@code waiting-for-signup}. */
    public String word() {
        return word;
    }

    public static State of(String word) {
        State state = BY_WORD.get(word);
        if (state == null) {
            throw new IllegalArgumentException("no state is called " + word);
        }
        return state;
    }
}
