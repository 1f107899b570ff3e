package dev.scimbridge.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter in some client's words and its meaning written down twice: both must say the same of every document. */
class CriterionPropertyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A user, and the document of the same. */
    private record Both(Map<String, Object> user, Document document) {}

    private static List<Both> people(RandomFilters filters, int number) throws JsonProcessingException {
        List<Both> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Map<String, Object> user = filters.user();
            people.add(new Both(user, document(user)));
        }
        return people;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void evaluation_equals_a_naive_one(long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        RandomFilters filters = new RandomFilters(random);
        FilterWords words = new FilterWords(random);
        List<Both> people = people(filters, 20);
        for (int i = 0; i < 2000; i++) {
            NaiveFilter filter = filters.next(random.nextInt(4));
            String said = words.of(filter);
            Criterion criterion = Criterion.parse(said, ResourceSchema.USER);
            for (Both each : people) {
                boolean matches = filter.matches(each.user());
                if (criterion.matches(each.document()) != matches
                        || criterion.matches(each.document().packed()) != matches) {
                    Assertions.fail("%s of %s must be %s", said, each, matches);
                }
            }
        }
    }

    /** What an index may begin with holds for every match, and what is not mentioned may be left out of documents. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_a_filter_tells_of_itself_is_true(long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        RandomFilters filters = new RandomFilters(random);
        FilterWords words = new FilterWords(random);
        List<Both> people = people(filters, 10);
        for (int i = 0; i < 300; i++) {
            String said = words.of(filters.next(random.nextInt(3)));
            Criterion criterion = Criterion.parse(said, ResourceSchema.USER);
            for (Both each : people) {
                boolean matches = criterion.matches(each.document());
                assertThat(!matches || holds(criterion.equalities(), each.document()))
                        .as("%s of %s", said, each)
                        .isTrue();
                assertThat(criterion.matches(unmentioned(criterion, each.document())))
                        .as("%s of what it mentions in %s", said, each)
                        .isEqualTo(matches);
            }
        }
    }

    private static boolean holds(List<Criterion.Equality> equalities, Document document)
            throws JsonProcessingException {
        for (Criterion.Equality each : equalities) {
            String filter = each.attribute() + " eq " + JSON.writeValueAsString(each.value());
            if (!Criterion.parse(filter, ResourceSchema.USER).matches(document)) {
                return false;
            }
        }
        return true;
    }

    /** Which schemas there are follows from the extensions. */
    private static Document unmentioned(Criterion criterion, Document document) {
        return document.without(document.attributes().stream()
                .filter(each ->
                        !criterion.mentions(each) && !(criterion.mentions("schemas") && each.startsWith("urn:")))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "active gt true",
                "emails[primary le \"true\"]",
                "active eq \"perhaps\"",
                "emails.primary sw \"t\"",
                "meta.created gt \"yesterday\"",
                "x509Certificates.value lt \"a\"",
                "title regex \"x\"",
                "title gt null",
                "name eq \"x\"",
                "addresses co \"x\""
            })
    void one_term_that_means_nothing_spoils_any_filter(String term) {
        Random random = new Random(term.hashCode());
        RandomFilters filters = new RandomFilters(random);
        FilterWords words = new FilterWords(random);
        for (int i = 0; i < 50; i++) {
            String before = words.of(filters.next(2));
            String after = words.of(filters.next(2));
            String said = String.format("(%s) or not (%s and (%s))", before, term, after);
            assertThat(Problems.of(() -> Criterion.parse(said, ResourceSchema.USER))
                            .scimType())
                    .isEqualTo("invalidFilter");
        }
    }

    static Document document(Map<String, Object> user) throws JsonProcessingException {
        Document document = Document.of(Json.read(JSON.writeValueAsBytes(user), 1_000_000), ResourceSchema.USER);
        for (String readOnly : List.of("id", "meta", RandomFilters.BRIDGE)) {
            document = user.containsKey(readOnly) ? document.with(readOnly, made(user.get(readOnly))) : document;
        }
        return document;
    }

    private static Object made(Object value) {
        Document made = Document.EMPTY;
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> each : map.entrySet()) {
                made = made.with((String) each.getKey(), each.getValue());
            }
            return made;
        }
        return value;
    }
}
