package dev.scimbridge.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is compared as {@link String} compares it, in whatever way the document is kept. */
class WordingTest {
    /** Letters beyond ASCII among them that only differ in case from one in it: dotless and dotted i, long s, Kelvin. */
    private static final List<String> LETTERS = List.of(
            "a",
            "A",
            "k",
            "K",
            "i",
            "I",
            "s",
            "S",
            "_",
            "[",
            "z",
            "7",
            " ",
            "é",
            "É",
            "ß",
            "ı",
            "İ",
            "ſ",
            "\u212a",
            "\ud83d\ude00",
            "\ud801\udc00",
            "\ud801\udc28");

    private static final int PLAIN = LETTERS.indexOf("é");
    private static final List<String> OPERATORS = List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");

    /** Of few letters, so that much is alike; often of ASCII alone, sometimes of nothing. */
    private static String text(Random random, int longest) {
        int letters = random.nextBoolean() ? PLAIN : LETTERS.size();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.append(LETTERS.get(random.nextInt(letters)));
        }
        return text.toString();
    }

    /** A part of it, or something else, perhaps longer, in either case. */
    private static String wanted(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        String part = text.substring(from, from + random.nextInt(text.length() - from + 1));
        return switch (random.nextInt(5)) {
            case 0 -> text(random, 5);
            case 1 -> part.toUpperCase(Locale.ROOT);
            case 2 -> part.toLowerCase(Locale.ROOT);
            case 3 -> text + text(random, 1);
            default -> part;
        };
    }

    private static boolean naive(String text, String operator, String wanted, boolean exact) {
        int order = exact ? text.compareTo(wanted) : text.compareToIgnoreCase(wanted);
        int length = wanted.length();
        return switch (operator) {
            case "eq" -> exact ? text.equals(wanted) : text.equalsIgnoreCase(wanted);
            case "ne" -> !naive(text, "eq", wanted, exact);
            case "sw" -> text.regionMatches(!exact, 0, wanted, 0, length);
            case "ew" -> text.regionMatches(!exact, text.length() - length, wanted, 0, length);
            case "co" ->
                IntStream.rangeClosed(0, text.length())
                        .anyMatch(at -> text.regionMatches(!exact, at, wanted, 0, length));
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }

    private static Criterion asked(String attribute, String operator, String wanted) {
        return Criterion.parse(attribute + " " + operator + " " + quoted(wanted), ResourceSchema.USER);
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** Of which a document made by the server would not say empty text. */
    private static String json(String text) {
        String said = quoted(text);
        return String.format(
                "{\"externalId\":%1$s,\"userName\":%1$s,\"name\":{\"familyName\":%1$s},\"emails\":[{\"type\":%1$s}]}",
                said);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void text_is_compared_alike_packed_or_not(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            String text = "x".repeat(random.nextInt(40) == 0 ? 130 : 0) + text(random, 6);
            String operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
            String wanted = wanted(text, random);
            Document packed = Document.ofStored(json(text));
            Document made = new Document(packed.node());
            for (String attribute : List.of("userName", "name.familyName", "emails.type", "externalId")) {
                boolean matches = naive(text, operator, wanted, attribute.equals("externalId"));
                Criterion criterion = asked(attribute, operator, wanted);
                String told = "'" + text + "' " + operator + " '" + wanted + "' in " + attribute + ", seed " + seed;
                assertThat(criterion.matches(made)).as(told).isEqualTo(matches);
                assertThat(criterion.matches(packed)).as(told).isEqualTo(matches);
            }
        }
    }
}
