package dev.scimbridge.scim;

import dev.scimbridge.scim.NaiveFilter.And;
import dev.scimbridge.scim.NaiveFilter.Attr;
import dev.scimbridge.scim.NaiveFilter.Compare;
import dev.scimbridge.scim.NaiveFilter.Not;
import dev.scimbridge.scim.NaiveFilter.Or;
import dev.scimbridge.scim.NaiveFilter.Present;
import dev.scimbridge.scim.NaiveFilter.ValuePath;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** A filter in words, as any client may choose them (RFC 7644, 3.4.2.2, figure 1): case, brackets, URNs, escapes. */
final class FilterWords {
    private static final int OR = 1;
    private static final int AND = 2;

    private static final DateTimeFormatter SEVEN_DIGITS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSXXX", Locale.ROOT);

    private final Random random;

    FilterWords(Random random) {
        this.random = random;
    }

    String of(NaiveFilter filter) {
        return of(filter, 0);
    }

    /** In brackets where the surroundings bind closer, and sometimes for no reason. */
    private String of(NaiveFilter filter, int around) {
        if (filter instanceof Or or) {
            return grouped(of(or.one(), OR) + " " + anyCase("or") + " " + of(or.other(), OR), around > OR);
        }
        if (filter instanceof And and) {
            return grouped(of(and.one(), AND) + " " + anyCase("and") + " " + of(and.other(), AND), around > AND);
        }
        if (filter instanceof Not not) {
            return anyCase("not") + " (" + of(not.inner()) + ")";
        }
        return grouped(term(filter), false);
    }

    private String grouped(String words, boolean needed) {
        return needed || random.nextInt(8) == 0 ? "(" + words + ")" : words;
    }

    private String term(NaiveFilter filter) {
        if (filter instanceof Present present) {
            return path(present.attr(), false) + " " + anyCase("pr");
        }
        if (filter instanceof ValuePath value) {
            return path(value.attr(), false) + "[" + of(value.inner()) + "]";
        }
        Compare compare = (Compare) filter;
        Object literal = compare.literal().value();
        return path(compare.attr(), literal != null && random.nextBoolean()) + " " + anyCase(compare.operator()) + " "
                + (literal == null ? "null" : literal(literal));
    }

    /** An enterprise attribute may do without its URN, a core one may have one; {@code emails} may mean its values. */
    private String path(Attr attr, boolean implied) {
        boolean extension = attr.steps().get(0).startsWith("urn:");
        String urn = extension ? attr.steps().get(0) : ResourceSchema.USER.urn();
        List<String> steps = extension ? attr.steps().subList(1, attr.steps().size()) : attr.steps();
        boolean shorter = implied && steps.size() > 1 && steps.get(1).equals("value");
        String names = (shorter ? steps.subList(0, 1) : steps)
                .stream().map(this::anyCase).collect(Collectors.joining("."));
        boolean optional = !extension || urn.equals(ResourceSchema.ENTERPRISE_USER);
        return attr.inside() || (optional && random.nextInt(3) > 0) ? names : anyCase(urn) + ":" + names;
    }

    private String literal(Object value) {
        if (value instanceof Instant instant) {
            return '"' + date(instant) + '"';
        }
        if (value instanceof Boolean truth) {
            return random.nextBoolean() ? truth.toString() : '"' + anyCase(truth.toString()) + '"';
        }
        return value.equals("7") && random.nextBoolean() ? "7" : '"' + escaped((String) value) + '"';
    }

    private String date(Instant instant) {
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        boolean midnight = utc.toLocalTime().equals(LocalTime.MIDNIGHT);
        return switch (random.nextInt(5)) {
            case 0 -> SEVEN_DIGITS.format(utc.withOffsetSameInstant(ZoneOffset.ofHours(-7)));
            case 1 ->
                utc.withOffsetSameInstant(ZoneOffset.ofHoursMinutes(5, 30)).toString();
            case 2 -> utc.toLocalDateTime().toString();
            case 3 -> midnight ? utc.toLocalDate().toString() : SEVEN_DIGITS.format(utc);
            default -> instant.toString();
        };
    }

    private String escaped(String text) {
        return text.chars()
                .mapToObj(each -> each == '"' || each == '\\' || random.nextInt(6) == 0
                        ? String.format("\\u%04x", each)
                        : String.valueOf((char) each))
                .collect(Collectors.joining());
    }

    private String anyCase(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.toLowerCase(Locale.ROOT);
            default -> name;
        };
    }
}
