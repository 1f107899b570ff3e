package dev.scimbridge.app;

import org.jspecify.annotations.Nullable;

/**
 * One row of the table of settings.
 *
 * @param meaning for the table
 * @param fallback what holds when it is not given
 */
record Setting<T>(Name name, String meaning, Fallback fallback, Kind<T> kind) {
    /** @param variable null for what only YAML can say */
    record Name(@Nullable String variable, String key) {
        /** What it is called in a message when nobody wrote it. */
        String usual() {
            return variable == null ? key : variable;
        }
    }

    /**
     * What holds when it is not given.
     *
     * @param text as the table shows it
     */
    record Fallback(String text, Sort sort) {
        enum Sort {
            /** It is a mistake not to give it. */
            REQUIRED,
            /** There is no value then; the text says what that means. */
            NOTHING,
            /** The text is read as if the user had written it. */
            TEXT
        }
    }

    static <T> Setting<T> required(String variable, String key, String meaning, Kind<T> kind) {
        return new Setting<>(new Name(variable, key), meaning, new Fallback("required", Fallback.Sort.REQUIRED), kind);
    }

    static <T> Setting<T> optional(
            @Nullable String variable, String key, String meaning, String otherwise, Kind<T> kind) {
        return new Setting<>(new Name(variable, key), meaning, new Fallback(otherwise, Fallback.Sort.NOTHING), kind);
    }

    static <T> Setting<T> usually(String variable, String key, String meaning, String text, Kind<T> kind) {
        return new Setting<>(new Name(variable, key), meaning, new Fallback(text, Fallback.Sort.TEXT), kind);
    }
}
