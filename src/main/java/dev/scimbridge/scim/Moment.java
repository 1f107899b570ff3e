package dev.scimbridge.scim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Reads dates as clients write them (RFC 7643, 2.3.5): without an offset they are UTC, without a time midnight. */
final class Moment {
    /** The characters of {@code 2026-01-31T12:00:00}. */
    private static final int SECONDS = 19;

    private Moment() {}

    /** Whether it is written as {@code 2026-01-31T12:00:00Z}, perhaps with a fraction of the second. */
    private static boolean isPlain(String text) {
        boolean fraction = text.length() > SECONDS + 1;
        return text.length() > SECONDS
                && text.charAt(4) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(SECONDS) == (fraction ? '.' : 'Z')
                && text.endsWith("Z");
    }

    static @Nullable Instant parse(String text) {
        try {
            TemporalAccessor read =
                    reader(text).parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof OffsetDateTime exact) {
                return exact.toInstant();
            }
            LocalDateTime local = read instanceof LocalDateTime time ? time : ((LocalDate) read).atStartOfDay();
            return local.toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static DateTimeFormatter reader(String text) {
        return text.indexOf('T') < 0 && text.indexOf('t') < 0
                ? DateTimeFormatter.ISO_LOCAL_DATE
                : DateTimeFormatter.ISO_DATE_TIME;
    }

    /** Chronological order. Dates in UTC, as this server writes them, are in order as they stand up to their seconds. */
    static int compare(String one, String other) {
        boolean plain = isPlain(one) && isPlain(other);
        if (plain && (one.length() == other.length() || !one.regionMatches(0, other, 0, SECONDS))) {
            return one.compareTo(other);
        }
        Instant a = parse(one);
        Instant b = parse(other);
        return a == null || b == null ? one.compareTo(other) : a.compareTo(b);
    }
}
