package dev.scimbridge.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values of an attribute a filter needs to see. */
class CriterionValuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            displayName eq "a"                                       | none
            members eq "a"                                           | a
            members.value eq "A" and id eq "g"                       | a
            not (members.value eq "a") or MEMBERS eq "b"             | a b
            members[value eq "a" or value eq "b"]                    | a b
            urn:ietf:params:scim:schemas:core:2.0:Group:members.value eq "a" | a
            members pr                                               | all
            members ne "a"                                           | all
            members sw "a"                                           | all
            members.value eq "a" and members.value co "b"            | all
            members.type eq "User"                                   | all
            members[value eq "a" and type eq "User"]                 | all
            members[not (value eq "a")]                              | all
            members eq null                                          | all
            nobodyKnows eq "a"                                       | none
            """)
    void those_it_calls_by_name_or_all(String filter, String values) {
        Criterion criterion = Criterion.parse(filter, ResourceSchema.GROUP);
        String asked = criterion
                .values("members")
                .map(names -> names.isEmpty() ? "none" : String.join(" ", new TreeSet<>(names)))
                .orElse("all");
        assertThat(asked).isEqualTo(values);
    }

    @Test
    void an_attribute_without_names_is_needed_whole() {
        assertThat(Criterion.parse("addresses.type eq \"work\"", ResourceSchema.USER)
                        .values("addresses"))
                .isEmpty();
        assertThat(Criterion.parse("userName eq \"work\"", ResourceSchema.USER).values("addresses"))
                .contains(Set.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_document_with_those_values_only_is_matched_as_the_whole_one(long seed) {
        Random random = new Random(seed);
        int needed = 0;
        for (int i = 0; i < 500; i++) {
            Criterion criterion = Criterion.parse(filter(random, 3), ResourceSchema.GROUP);
            List<String> members = some(random);
            List<String> few = criterion
                    .values("members")
                    .map(names -> members.stream()
                            .filter(member -> names.contains(Folded.of(member)))
                            .toList())
                    .orElse(members);
            needed += few.size() < members.size() ? 1 : 0;
            assertThat(criterion.matches(group(few))).isEqualTo(criterion.matches(group(members)));
        }
        assertThat(needed).as("it is not always all of them").isGreaterThan(50);
    }

    private static String filter(Random random, int depth) {
        String name = List.of("a", "B", "c", "d").get(random.nextInt(4));
        return switch (random.nextInt(depth == 0 ? 5 : 9)) {
            case 0, 1 -> "members eq \"" + name + "\"";
            case 2 -> "members.value eq \"" + name + "\"";
            case 3 -> "members[value eq \"" + name + "\" or value eq \"x\"]";
            case 4 -> random.nextInt(5) > 0 ? "displayName eq \"" + name + "\"" : "members.value ge \"" + name + "\"";
            case 5 -> "not (" + filter(random, depth - 1) + ")";
            case 6 -> "(" + filter(random, depth - 1) + ") or (" + filter(random, depth - 1) + ")";
            default -> filter(random, depth - 1) + " and " + filter(random, depth - 1);
        };
    }

    private static List<String> some(Random random) {
        List<String> names = new ArrayList<>(Arrays.asList("a", "b", "C", "e", "f"));
        names.removeIf(each -> random.nextBoolean());
        return names;
    }

    private static Document group(List<String> members) {
        String values = members.stream().map(each -> "{'value':'" + each + "'}").collect(Collectors.joining(","));
        return Samples.group("{'displayName':'a','members':[" + values + "]}");
    }
}
