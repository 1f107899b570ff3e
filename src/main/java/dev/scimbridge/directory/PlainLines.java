package dev.scimbridge.directory;

import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ScimProblem;
import java.util.stream.Stream;

/**
 * A userName and an e-mail go to the workspace and name people to operators: each is one line without control characters.
 * Free text, such as an address, may have lines.
 */
final class PlainLines {
    private PlainLines() {}

    /** Refuses what was not there before: 400 {@code invalidValue}. */
    static void check(Document said, Document before) {
        if (!said.same("userName", before)) {
            check("userName", Stream.ofNullable(said.text("userName")));
        }
        if (!said.same("emails", before)) {
            check("emails.value", said.elements("emails").stream().map(PlainLines::value));
        }
    }

    private static String value(Document email) {
        String value = email.text("value");
        return value == null ? "" : value;
    }

    private static void check(String label, Stream<String> values) {
        if (values.anyMatch(value -> value.chars().anyMatch(PlainLines::isControl))) {
            throw ScimProblem.invalidValue(label + " must not hold a line break or another control character");
        }
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
