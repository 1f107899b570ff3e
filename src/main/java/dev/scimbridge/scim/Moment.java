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
    private Moment() {}

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

    /** Chronological order. Dates of the same form in UTC, as this server writes them, are in order as they stand. */
    static int compare(String one, String other) {
        if (one.length() == other.length() && one.endsWith("Z") && other.endsWith("Z") && one.indexOf('T') > 0) {
            return one.compareTo(other);
        }
        Instant a = parse(one);
        Instant b = parse(other);
        return a == null || b == null ? one.compareTo(other) : a.compareTo(b);
    }
}
