package dev.scimbridge.app;

import dev.scimbridge.app.Settings.Domains;
import dev.scimbridge.app.Settings.Worded;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of settings that are one text, and lists of such. */
final class Kinds {
    private static final int SHORTEST_TOKEN = 32;
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private Kinds() {}

    /** A kind that is read from one text. */
    static <T> Kind<T> text(BiFunction<String, Consumer<String>, @Nullable T> reader) {
        return (given, wrong) -> {
            String text = given.text();
            if (text == null) {
                wrong.accept("has a list or a map where one value is needed");
                return null;
            }
            return reader.apply(text, wrong);
        };
    }

    static Kind<Integer> wholeNumber(int least, int most) {
        return text((text, wrong) -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // Said below, like a number that is out of bounds.
            }
            wrong.accept(Given.shown(text) + " is not a whole number from " + least + " to " + most);
            return null;
        });
    }

    static Kind<Duration> time(Duration least, Duration most) {
        return text((text, wrong) -> {
            try {
                Duration time = Duration.parse(text);
                if (time.compareTo(least) >= 0 && time.compareTo(most) <= 0) {
                    return time;
                }
            } catch (DateTimeParseException notATime) {
                // Said below, like a time that is out of bounds.
            }
            wrong.accept(Given.shown(text) + " is not a time from " + least + " to " + most
                    + ", written as in ISO-8601 (PT30S, PT5M, P1D)");
            return null;
        });
    }

    static <E extends Enum<E> & Worded> Kind<E> choice(Class<E> choices) {
        List<E> all = Arrays.asList(choices.getEnumConstants());
        return text((text, wrong) -> {
            for (E choice : all) {
                if (choice.word().equalsIgnoreCase(text)) {
                    return choice;
                }
            }
            String words = all.stream().map(Worded::word).collect(Collectors.joining(" or "));
            wrong.accept(Given.shown(text) + " is not " + words);
            return null;
        });
    }

    static String lower(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static final Kind<String> HOST = text((text, wrong) -> {
        String host = Hosts.bare(text);
        if (Hosts.isHost(host)) {
            return host;
        }
        wrong.accept(Given.shown(text) + " is not a host: give a name or an address alone, without scheme or port");
        return null;
    });

    static final Kind<URI> ENDPOINT = text((text, wrong) -> {
        String right = "give the https URL that came with the keys";
        URI uri = url(text, right, wrong);
        if (uri != null && uri.getRawUserInfo() != null) {
            wrong.accept(
                    "has credentials in the URL; they belong in " + Keys.API_KEY_NAME + " and " + Keys.API_SECRET_NAME);
            return null;
        }
        return uri;
    });

    /** A URL that whoever has it may use. */
    static final Kind<Secret> SECRET_URL = text((text, wrong) -> {
        URI uri = url(text, "give the https URL of an incoming webhook", wrong);
        return uri == null ? null : new Secret(text);
    });

    /** Complains never with the value, because someone may have put a token in it. */
    private static @Nullable URI url(String text, String right, Consumer<String> wrong) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            wrong.accept("is not a URL; " + right);
            return null;
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (uri.getHost() == null || !(secure || "http".equalsIgnoreCase(uri.getScheme()))) {
            wrong.accept("is not an http or https URL with a host; " + right);
            return null;
        }
        if (!secure && !Hosts.isLoopback(Hosts.bare(uri.getHost()))) {
            wrong.accept("would send the credentials in the clear; " + right);
            return null;
        }
        return uri;
    }

    /** A date stands for its first moment (UTC). */
    static final Kind<Instant> MOMENT = text((text, wrong) -> {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            wrong.accept(Given.shown(text) + " is neither a date (2027-01-31) nor an instant (2027-01-31T12:00:00Z)");
            return null;
        }
    });

    /** A secret that travels in a header of ours. */
    static final Kind<Secret> SECRET = text((text, wrong) -> {
        if (PRINTABLE.matcher(text).matches()) {
            return new Secret(text);
        }
        wrong.accept("has spaces or characters that a header cannot carry; copy it again");
        return null;
    });

    /** The plain token of an identity provider, kept from here on as its hash. */
    static final Kind<String> TOKEN = text((text, wrong) -> {
        String mistake = mistakeInToken(text);
        if (mistake == null) {
            return Tokens.hash(text);
        }
        wrong.accept(mistake);
        return null;
    });

    static @Nullable String mistakeInToken(String text) {
        if (!PRINTABLE.matcher(text).matches()) {
            return "has spaces or characters that a header cannot carry; openssl rand -hex 32 makes a good one";
        }
        return text.length() >= SHORTEST_TOKEN
                ? null
                : "has " + text.length() + " characters and needs at least " + SHORTEST_TOKEN
                        + "; openssl rand -hex 32 makes a good one";
    }

    /** What goes into a header and is no secret. */
    static final Kind<String> WORD = text((text, wrong) -> {
        if (PRINTABLE.matcher(text).matches()) {
            return text;
        }
        wrong.accept("has spaces or characters that a header cannot carry");
        return null;
    });

    static final Kind<Path> FOLDER = text((text, wrong) -> path(text, wrong));

    static final Kind<Path> READABLE_FILE = text((text, wrong) -> {
        Path path = path(text, wrong);
        if (path != null && !(Files.isRegularFile(path) && Files.isReadable(path))) {
            wrong.accept("the file cannot be read; give the path of a PEM file that this user may read");
            return null;
        }
        return path;
    });

    private static @Nullable Path path(String text, Consumer<String> wrong) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            wrong.accept("is not a path");
            return null;
        }
    }

    static final Kind<Boolean> TERMINATED = text((text, wrong) -> {
        if (text.equalsIgnoreCase("terminated")) {
            return true;
        }
        wrong.accept(Given.shown(text) + " is not terminated, the one value there is");
        return null;
    });

    /** Says that something is not to be had, whatever the value; which is not repeated, for there may be secrets in it. */
    static Kind<String> notServed(String why) {
        return (given, wrong) -> {
            wrong.accept(why);
            return null;
        };
    }

    static final Kind<Domains> DOMAINS = (given, wrong) -> {
        List<String> items = given.items();
        if (items == null || items.isEmpty()) {
            wrong.accept("names no domain; give * or names with commas between (acme.io,acme.com)");
            return null;
        }
        if (items.equals(List.of("*"))) {
            return Domains.ANY;
        }
        Set<String> names = new LinkedHashSet<>();
        for (String item : items) {
            if (DOMAIN.matcher(item).matches()) {
                names.add(item.toLowerCase(Locale.ROOT));
            } else {
                wrong.accept(Given.shown(item) + " is not a domain like acme.io, nor * alone");
            }
        }
        return new Domains(names);
    };
}
