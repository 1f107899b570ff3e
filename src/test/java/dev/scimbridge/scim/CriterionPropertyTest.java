package dev.scimbridge.scim;

import static dev.scimbridge.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter made with its meaning beside it: both must say the same of every document. */
class CriterionPropertyTest {
    private static final List<String> WORDS = List.of("a", "B", "ab", "Ba", "");

    private record Meant(String filter, Predicate<Document> test) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void evaluation_equals_a_naive_one(long seed) {
        Random random = new Random(seed);
        List<Document> documents =
                IntStream.range(0, 60).mapToObj(i -> person(random)).toList();
        for (int i = 0; i < 200; i++) {
            Meant meant = tree(random, 3);
            Criterion criterion = Criterion.parse(meant.filter(), ResourceSchema.USER);
            for (Document each : documents) {
                assertThat(criterion.matches(each))
                        .as("%s of %s", meant.filter(), each)
                        .isEqualTo(meant.test().test(each));
            }
        }
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static Document person(Random random) {
        String emails = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> "{'value':'" + word(random) + "x','type':'" + word(random) + "'}")
                .collect(Collectors.joining(","));
        return user("{'userName':'" + word(random) + "x','title':'" + word(random) + "','externalId':'" + word(random)
                + "','active':" + random.nextBoolean() + ",'emails':[" + emails + "]}");
    }

    private static Meant tree(Random random, int depth) {
        int kind = depth == 0 ? 3 : random.nextInt(5);
        if (kind == 0) {
            Meant inner = tree(random, depth - 1);
            return new Meant("not (" + inner.filter() + ")", inner.test().negate());
        }
        if (kind == 1 || kind == 2) {
            Meant one = tree(random, depth - 1);
            Meant other = tree(random, depth - 1);
            return kind == 1
                    ? new Meant(
                            "(" + one.filter() + ") and (" + other.filter() + ")",
                            one.test().and(other.test()))
                    : new Meant(
                            "(" + one.filter() + " or " + other.filter() + ")",
                            one.test().or(other.test()));
        }
        return leaf(random);
    }

    private static Meant leaf(Random random) {
        String said = word(random);
        String operator = List.of("eq", "co", "sw", "ew", "gt", "le").get(random.nextInt(6));
        String quoted = operator + " \"" + said + "\"";
        return switch (random.nextInt(6)) {
            case 0 -> new Meant("title pr", each -> each.has("title"));
            case 1 -> new Meant("active eq true", each -> Boolean.TRUE.equals(each.truth("active")));
            case 2 -> new Meant("EXTERNALID " + quoted, each -> holds(operator, each.text("externalId"), said, true));
            case 3 ->
                new Meant(
                        "emails[type " + quoted + " and value sw \"a\"]",
                        each -> each.elements("emails").stream()
                                .anyMatch(email -> holds(operator, email.text("type"), said, false)
                                        && holds("sw", email.text("value"), "a", false)));
            case 4 ->
                new Meant(
                        "emails.type " + quoted,
                        each -> each.elements("emails").stream()
                                .anyMatch(email -> holds(operator, email.text("type"), said, false)));
            default -> new Meant("userName " + quoted, each -> holds(operator, each.text("userName"), said, false));
        };
    }

    private static boolean holds(String operator, @Nullable String value, String said, boolean exact) {
        if (value == null) {
            return false;
        }
        String a = exact ? value : value.toLowerCase(Locale.ROOT);
        String b = exact ? said : said.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "eq" -> a.equals(b);
            case "co" -> a.contains(b);
            case "sw" -> a.startsWith(b);
            case "ew" -> a.endsWith(b);
            case "gt" -> a.compareTo(b) > 0;
            default -> a.compareTo(b) <= 0;
        };
    }
}
