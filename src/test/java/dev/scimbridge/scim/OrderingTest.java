package dev.scimbridge.scim;

import static dev.scimbridge.scim.Samples.BARBARA;
import static dev.scimbridge.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderingTest {
    private static final List<Document> PEOPLE = List.of(
            user("{'userName':'b','externalId':'b','emails':[{'value':'z'},{'value':'a','primary':true}],'name':{'familyName':'Roe'}}")
                    .with("meta.created", "2026-01-01T02:00:00+02:00"),
            user("{'userName':'C','externalId':'C','emails':[{'value':'b'}],'title':'T','active':true}")
                    .with("meta.created", "2026-01-01T00:00:01Z"),
            user("{'userName':'a','externalId':'a','emails':[{'value':'C'}],'name':{'familyName':'doe'},'active':false}")
                    .with("meta.created", "2025-12-31T23:59:59Z"));

    private static String sorted(@Nullable String by, @Nullable String order) {
        Ordering ordering = Ordering.by(by, order, ResourceSchema.USER);
        return PEOPLE.stream()
                .sorted(Comparator.comparing(ordering::key, ordering::compare))
                .map(each -> each.text("userName"))
                .reduce("", (all, each) -> all + each);
    }

    @Test
    void text_is_ordered_as_its_case_rule_says() {
        assertThat(sorted("USERNAME", "ascending")).isEqualTo("abC");
        assertThat(sorted("externalId", null)).isEqualTo("Cab");
        assertThat(sorted("userName", "Descending")).isEqualTo("Cba");
        assertThat(sorted("urn:ietf:params:scim:schemas:core:2.0:User:name.familyName", ""))
                .isEqualTo("abC");
    }

    @Test
    void lists_go_by_their_primary_or_first_value_and_dates_by_time() {
        assertThat(sorted("emails", null)).isEqualTo("bCa");
        assertThat(sorted("emails.value", null)).isEqualTo("bCa");
        assertThat(sorted("meta.created", null)).isEqualTo("abC");
    }

    @Test
    void a_missing_value_is_last_and_first_when_descending() {
        assertThat(sorted("title", null)).isEqualTo("Cba");
        assertThat(sorted("title", "descending")).isEqualTo("baC");
        assertThat(sorted("active", null)).isEqualTo("aCb");
    }

    @Test
    void what_nobody_knows_orders_nothing_and_nonsense_is_refused() {
        assertThat(sorted("shoeSize", null)).isEqualTo("bCa");
        assertThat(sorted(null, null)).isEqualTo("bCa");
        assertThat(Problems.of(() -> sorted("userName", "upwards")).scimType()).isEqualTo("invalidValue");
        assertThat(Problems.of(() -> sorted("a b", null)).scimType()).isEqualTo("invalidValue");
    }

    @Test
    void a_key_is_the_text_that_a_cursor_carries() {
        Document first = PEOPLE.get(0);
        assertThat(keys(first, "userName", "externalId", "emails", "EMAILS.value", "meta.created", "name.familyName"))
                .containsExactly("b", "b", "a", "a", "2026-01-01T02:00:00+02:00", "Roe");
        assertThat(keys(PEOPLE.get(1), "active", "emails", "emails.primary", "name", "title", "shoeSize", ""))
                .containsExactly("true", "b", null, null, "T", null, null);
        assertThat(keys(BARBARA, "manager", "roles.display", "addresses.locality", "addresses"))
                .containsExactly("m1", null, "Hollywood", null);
    }

    @Test
    void it_tells_what_it_looks_at() {
        assertThat(Ordering.by("Emails.value", null, ResourceSchema.USER).mentions("emails"))
                .isTrue();
        assertThat(Ordering.by("manager", null, ResourceSchema.USER).mentions(ResourceSchema.ENTERPRISE_USER))
                .isTrue();
        assertThat(Ordering.by("userName", null, ResourceSchema.USER).mentions("emails"))
                .isFalse();
        assertThat(Ordering.by("shoeSize", null, ResourceSchema.USER).mentions("shoeSize"))
                .isFalse();
    }

    private static List<@Nullable String> keys(Document of, String... by) {
        return Stream.of(by)
                .map(each -> Ordering.by(each, null, ResourceSchema.USER).key(of))
                .collect(Collectors.toList());
    }

    @Test
    void a_key_is_no_longer_than_an_address_can_bear() {
        String begin = "x".repeat(256);
        Document first = Samples.user("{'userName':'a','title':'" + begin + "z'}");
        assertThat(keys(first, "title")).containsExactly(begin);
        Document second = Samples.user("{'userName':'b','title':'" + begin + "a'}");
        assertThat(keys(second, "title")).isEqualTo(keys(first, "title"));
    }

    /** A page goes on where a key stood, even when whoever had it has gone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "userName | ascending | A | b | -1",
                "userName | descending | A | b | 1",
                "userName | ascending | a | A | 0",
                "externalId | ascending | a | A | 1",
                "externalId | descending | a | A | -1",
                "meta.created | ascending | 2026-01-01T02:00:00+02:00 | 2026-01-01T00:00:00.0000001Z | -1",
                "meta.created | descending | 2026-01-01T02:00:00+02:00 | 2026-01-01T00:00:00Z | 0",
                "title | ascending | T | - | -1",
                "title | descending | T | - | 1",
                "title | descending | - | - | 0",
                "shoeSize | ascending | 1 | 2 | 0",
                "- | descending | 1 | 2 | 0"
            })
    void keys_are_compared_as_documents_are(
            @Nullable String by, String order, @Nullable String one, @Nullable String other, int wanted) {
        Ordering ordering = Ordering.by(by, order, ResourceSchema.USER);
        assertThat(Integer.signum(ordering.compare(one, other))).isEqualTo(wanted);
        assertThat(Integer.signum(ordering.compare(other, one))).isEqualTo(-wanted);
    }

    /** Of what folds to ASCII without being it, of what comes in two halves, and of what is near the bounds. */
    private static final String ODD = "\0azAZ@[`{}~\u007f\u0080\u00b5\u00df\u00e9\u00ff\u0130\u0131\u017f\u212a\u4e2d"
            + "\ud83d\ude00\ud83e\udd00\ud801\udc00\udc28\uffff";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_coarse_mark_never_contradicts_the_order(long seed) {
        Ordering order = Ordering.by("userName", null, ResourceSchema.USER);
        Random random = new Random(seed);
        List<String> keys =
                new ArrayList<>(Stream.generate(() -> odd(random)).limit(400).toList());
        keys.add(null);
        for (String one : keys) {
            for (String other : keys) {
                assertNoContradiction(order, one, other);
            }
        }
    }

    private static String odd(Random random) {
        String text = random.nextBoolean() ? "maria.kl" : "";
        for (int length = random.nextInt(12); length > 0; length--) {
            text += random.nextInt(4) > 0
                    ? (random.nextBoolean() ? "a" : "A")
                    : ODD.charAt(random.nextInt(ODD.length()));
        }
        return text;
    }

    @Test
    void nor_does_that_of_any_single_character() {
        Ordering order = Ordering.by("userName", null, ResourceSchema.USER);
        for (int one = 0; one <= Character.MAX_VALUE; one++) {
            for (char other : ODD.toCharArray()) {
                assertNoContradiction(order, Character.toString(one), Character.toString(other));
            }
        }
    }

    private static void assertNoContradiction(Ordering order, @Nullable String one, @Nullable String other) {
        int marks = Long.compare(order.coarse(one), order.coarse(other));
        if (marks != 0 && marks != Integer.signum(order.compare(one, other))) {
            Assertions.fail("\"%s\" and \"%s\" are marked %d", one, other, marks);
        }
    }

    @Test
    void a_coarse_mark_tells_most_names_apart_in_the_one_order_that_has_it() {
        Ordering order = Ordering.by("userName", null, ResourceSchema.USER);
        assertThat(order.coarse("Anna@acme.io")).isEqualTo(order.coarse("anNA@Acme.org"));
        assertThat(order.coarse("anna@acme")).isLessThan(order.coarse("Anna@bcme"));
        assertThat(order.coarse("ann")).isLessThan(order.coarse("Anna"));
        assertThat(order.coarse("\u7fff")).isLessThan(order.coarse(null));
        for (String by : List.of("externalId", "meta.created", "nothing")) {
            assertThat(Ordering.by(by, null, ResourceSchema.USER).coarse("b")).isZero();
        }
        assertThat(Ordering.by("userName", "descending", ResourceSchema.USER).coarse("b"))
                .isZero();
    }
}
