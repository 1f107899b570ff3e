package dev.scimbridge.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Moments as people read and write them, all in UTC. */
final class Times {
    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private Times() {}

    /** For instance {@code 2026-03-02 09:00:07}. */
    static String plain(Instant moment) {
        return PLAIN.format(moment);
    }

    /**
     * A day, from its first moment, or a moment.
     *
     * @throws Refusal if it is neither
     */
    static Instant read(String said) {
        try {
            return said.length() == 10
                    ? LocalDate.parse(said).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(said);
        } catch (DateTimeParseException e) {
            throw new Refusal(said + " is no date: say 2026-03-01 or 2026-03-01T12:00:00Z");
        }
    }
}
