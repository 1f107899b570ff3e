package dev.scimbridge.scim;

import static dev.scimbridge.scim.PatchMembersTest.json;
import static dev.scimbridge.scim.Samples.group;
import static dev.scimbridge.scim.Samples.patch;
import static dev.scimbridge.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.scim.MemberOperations.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values a patch needs to see: a group of twenty thousand is not built to add one. */
class PatchValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ME-46 | {'op':'add','path':'members','value':[{'$ref':null,'value':'u1'},'U2']} | u1,u2",
                "ME-55 | {'op':'add','path':'members','value':'u1'} | u1",
                "ME-48 | {'op':'remove','path':'members','value':[{'value':'u1'},{'display':'x'},{}]} | u1",
                "ME-49 | {'op':'remove','path':'members[value eq \\'u1\\']'} | u1",
                "OK-30 | {'op':'remove','path':'members[value eq \\'u1\\' or value eq \\'u2\\']'},{'op':'add','value':{'MEMBERS':['u3']}} | u1,u2,u3",
                "OK-29 | {'op':'replace','value':{'id':'G','displayName':'New'}} | ``",
                "none  | {'op':'add','path':'members','value':[]} | ``",
                "none  | {'op':'add','value':{'members':null}} | ``",
                "none  | {'op':'remove','path':'members','value':[]} | ``"
            })
    void some_are_called_by_name(String id, String operations, String wanted) {
        Set<String> expected = wanted.isEmpty() ? Set.of() : Set.of(wanted.split(","));
        assertThat(patch(operations, ResourceSchema.GROUP).values("members"))
                .as(id)
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'replace','path':'members','value':['u1']}",
                "{'op':'replace','value':{'urn:ietf:params:scim:schemas:core:2.0:Group:members':[]}}",
                "{'op':'remove','path':'members'}",
                "{'op':'remove','path':'members','value':null}",
                "{'op':'remove','path':'members[value ne \\'u1\\']'}",
                "{'op':'remove','path':'members[value eq \\'u1\\' and display pr]'}",
                "{'op':'remove','path':'members[value eq \\'u1\\' or display pr]'}",
                "{'op':'remove','path':'members[not (value eq \\'u1\\')]'}",
                "{'op':'remove','path':'members[value eq null]'}",
                "{'op':'remove','path':'members[value eq \\'u1\\'].display'}",
                "{'op':'remove','path':'members.display'}",
                "{'op':'add','path':'members[value eq \\'u1\\']','value':{'display':'x'}}",
                "{'op':'add','path':'members','value':['u1']},{'op':'remove','path':'members'}"
            })
    void all_are_needed(String operations) {
        assertThat(patch(operations, ResourceSchema.GROUP).values("members")).isEmpty();
    }

    @Test
    void other_attributes_have_names_too_and_some_have_more_than_that() {
        String emails = "{'op':'add','path':'emails','value':[{'value':'A@x'}]}";
        assertThat(patch(emails, ResourceSchema.USER).values("emails")).contains(Set.of("a@x"));
        assertThat(patch(emails, ResourceSchema.USER).values("shoeSize")).contains(Set.of());
        for (String needy : List.of(
                "{'op':'add','path':'emails','value':{'value':'a@x','Primary':true}}",
                "{'op':'add','path':'emails','value':{'display':'a'}}",
                "{'op':'add','path':'addresses','value':{'country':'a'}}",
                "{'op':'remove','path':'addresses','value':{'country':'a'}}")) {
            Patch patch = patch(needy, ResourceSchema.USER);
            assertThat(patch.values(needy.contains("emails") ? "emails" : "addresses"))
                    .as(needy)
                    .isEmpty();
        }
        String readOnly = "{'op':'replace','value':{'groups':[{'value':'g'}]}}";
        assertThat(patch(readOnly, ResourceSchema.USER).values("groups")).contains(Set.of());
        assertThat(patch("{'op':'add','path':'title','value':'T'}", ResourceSchema.USER)
                        .values("title"))
                .isEmpty();
    }

    /** The dotted capital I is an i to equalsIgnoreCase, and two characters to toLowerCase. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'remove','path':'emails[value eq \\'\u0130@x\\']'}",
                "{'op':'remove','path':'emails','value':[{'value':'\u0130@x'}]}"
            })
    void text_is_the_same_in_any_case_that_a_filter_takes_for_the_same(String operation) {
        Patch patch = patch(operation, ResourceSchema.USER);
        assertThat(patch.values("emails")).contains(Set.of("i@x"));
        assertThat(patch.apply(user("{'userName':'b','emails':[{'value':'i@x'}]}"))
                        .has("emails"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_group_that_has_only_those_spoken_of_is_joined_and_left_by_the_same(long seed) {
        Random random = new Random(seed);
        MemberOperations operations = new MemberOperations(random);
        for (int round = 0; round < 300; round++) {
            boolean any = random.nextInt(3) == 0;
            List<Operation> said = Stream.generate(any ? operations::next : operations::byName)
                    .limit(1 + random.nextInt(5))
                    .toList();
            Patch patch = patch(json(said), ResourceSchema.GROUP);
            Optional<Set<String>> values = patch.values("members");
            assertThat(values.isPresent())
                    .as("%s", said)
                    .isEqualTo(said.stream().allMatch(Operation::byName));
            Document whole = randomGroup(random);
            if (values.isPresent()) {
                Document part = only(whole, values.get());
                assertThat(moved(part, patch)).as("%s on %s", said, whole).isEqualTo(moved(whole, patch));
            }
        }
    }

    private static Document randomGroup(Random random) {
        String members = IntStream.range(0, 12)
                .filter(each -> random.nextBoolean())
                .mapToObj(each -> "{'value':'" + (random.nextBoolean() ? "u" : "U") + each + "'"
                        + (random.nextBoolean() ? ",'type':'User'" : "") + "}")
                .collect(Collectors.joining(","));
        return group("{'displayName':'Tours','members':[" + members + "]}");
    }

    private static Document only(Document group, Set<String> values) {
        List<Document> some = group.elements("members").stream()
                .filter(each -> values.contains(name(each)))
                .toList();
        return group.with("members", some);
    }

    /** Who joins and who leaves. */
    private static List<Set<String>> moved(Document group, Patch patch) {
        Set<String> before = names(group);
        Set<String> after = names(patch.apply(group));
        Set<String> joined = new HashSet<>(after);
        joined.removeAll(before);
        before.removeAll(after);
        return List.of(joined, before);
    }

    private static Set<String> names(Document group) {
        return group.elements("members").stream()
                .map(PatchValuesTest::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String name(Document member) {
        @Nullable String value = member.text("value");
        return Folded.of(String.valueOf(value));
    }
}
