package dev.scimbridge.upstream.graphql;

import org.jspecify.annotations.Nullable;

/** Somebody else's words, made fit for a log line, a page and a SCIM {@code detail}. */
final class Words {
    private static final int LONGEST = 500;

    private Words() {}

    /** On one line, without control or direction characters, and not too long. */
    static String plain(@Nullable String words, Credentials credentials) {
        if (words == null) {
            return "";
        }
        String line = credentials
                .hideIn(words)
                .replaceAll("[\\s\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
