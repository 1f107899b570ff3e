package dev.scimbridge.scim;

import static dev.scimbridge.scim.Samples.group;
import static dev.scimbridge.scim.Samples.patch;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchMembersTest {
    private static final Document TOURS =
            group("{'displayName':'Tours','members':[{'value':'u1'},{'value':'u2','display':'Two'}]}");

    private static List<String> members(Document group, String operations) {
        return values(patch(operations, ResourceSchema.GROUP).apply(group));
    }

    private static List<String> values(Document group) {
        return group.elements("members").stream()
                .map(each -> String.valueOf(each.text("value")))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OK-30 | {'op':'remove','path':'members[value eq \\'u1\\']'},{'op':'add','path':'members','value':[{'value':'u3','display':'x@y'}]} | u2,u3",
                "OK-31 | {'op':'replace','path':'members','value':[{'value':'u2'},{'value':'u3'}]} | u2,u3",
                "OK-32 | {'op':'replace','path':'members','value':[]} | ``",
                "OK-33 | {'op':'replace','value':{'members':[{'value':'u1'}]}} | u1",
                "OK-29 | {'op':'replace','value':{'id':'G','displayName':'New'}} | u1,u2",
                "ME-46 | {'op':'add','path':'members','value':[{'$ref':null,'value':'u3'}]} | u1,u2,u3",
                "ME-47 | {'op':'add','path':'members','value':[{'value':'u1'},{'value':'u1','type':'User'}]} | u1,u2",
                "ME-48 | {'op':'remove','path':'members','value':[{'$ref':null,'value':'u1'}]} | u2",
                "ME-49 | {'op':'remove','path':'members[value eq \\'u1\\']'} | u2",
                "ME-50 | {'op':'remove','path':'members[value eq \\'u9\\']'} | u1,u2",
                "ME-51 | {'op':'replace','value':{'externalId':'e2'}} | u1,u2",
                "ME-52 | {'op':'add','path':'members','value':[{'value':'u3'}]},{'op':'remove','path':'members[value eq \\'u3\\']'} | u1,u2",
                "KC-05 | {'op':'add','path':'members','value':[{'value':'u3','$ref':'Users/u3'}]} | u1,u2,u3",
                "AK-06 | {'op':'remove','path':'members','value':[{'value':'u2'},{'value':'u9'}]} | u1",
                "RFC   | {'op':'remove','path':'members'} | ``",
                "RFC   | {'op':'remove','path':'members','value':[]} | u1,u2",
                "RFC   | {'op':'remove','path':'members','value':[{'display':'Two'}]} | u1,u2",
                "RFC   | {'op':'remove','path':'members[value eq \\'u1\\' or value eq \\'u2\\']'} | ``",
                "RFC   | {'op':'remove','path':'members[display pr]'} | u1"
            })
    void members_are_changed_as_the_sender_means(String id, String operations, String wanted) {
        List<String> expected = wanted.isEmpty() ? List.of() : List.of(wanted.split(","));
        assertThat(members(TOURS, operations)).as(id).containsExactlyElementsOf(expected);
    }

    @Test
    void a_present_member_stays_as_it_is() {
        Patch again =
                patch("{'op':'add','path':'members','value':[{'value':'u2','display':'Other'}]}", ResourceSchema.GROUP);
        assertThat(again.apply(TOURS)).isSameAs(TOURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'add','path':'members','value':[{'display':'nobody'}]}",
                "{'op':'add','path':'members[type eq \\'User\\'].display','value':'x'}",
                "{'op':'add','path':'members','value':{}},{'op':'replace','path':'displayName','value':''}"
            })
    void a_member_without_value_and_a_group_without_name_are_refused(String operations) {
        assertThat(Problems.of(() -> members(TOURS, operations)).scimType()).isEqualTo("invalidValue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'remove','path':'displayName'}",
                "{'op':'replace','path':'members[value eq \\'u1\\'].value','value':'u3'}"
            })
    void a_required_name_and_a_member_s_identity_cannot_be_changed(String operations) {
        assertThat(Problems.of(() -> members(TOURS, operations)).scimType()).isEqualTo("mutability");
    }

    @Test
    void twenty_thousand_members_and_a_thousand_operations_are_no_burden() {
        Document big = group("{'displayName':'Big','members':[" + listed(0, 20_000) + "]}");
        String each = IntStream.range(19_500, 20_500)
                .mapToObj(i -> "{'op':'add','path':'members','value':[{'value':'u" + i + "'}]},"
                        + "{'op':'remove','path':'members[value eq \\'u" + (i - 10_000) + "\\']'}")
                .collect(Collectors.joining(","));
        assertThat(members(big, each)).hasSize(20_000 + 500 - 1_000);
        String atOnce = "{'op':'add','path':'members','value':[" + listed(15_000, 25_000) + "]}";
        assertThat(members(big, atOnce)).hasSize(25_000);
    }

    private static String listed(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "{'value':'u" + i + "'}").collect(Collectors.joining(","));
    }

    /** Whatever is said in whatever order, members behave like an ordered set, and the patched group is left alone. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_operations_behave_like_a_set(long seed) {
        Random random = new Random(seed);
        Document group = TOURS;
        Set<String> model = new LinkedHashSet<>(values(group));
        for (int round = 0; round < 60; round++) {
            List<String> operations = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                operations.add(randomOperation(random, model));
            }
            String before = group.json();
            Document patched =
                    patch(String.join(",", operations), ResourceSchema.GROUP).apply(group);
            assertThat(group.json()).isEqualTo(before);
            assertThat(values(patched)).as("%s after %s", operations, before).containsExactlyElementsOf(model);
            group = patched;
        }
    }

    private static String randomOperation(Random random, Set<String> model) {
        List<String> some =
                random.ints(random.nextInt(4), 0, 12).mapToObj(i -> "u" + i).toList();
        String list = some.stream().map(each -> "{'value':'" + each + "'}").collect(Collectors.joining(","));
        switch (random.nextInt(5)) {
            case 0 -> {
                model.clear();
                model.addAll(some);
                return "{'op':'replace','path':'members','value':[" + list + "]}";
            }
            case 1 -> {
                model.removeAll(some);
                return "{'op':'remove','path':'members','value':[" + list + "]}";
            }
            case 2 -> {
                model.remove("u3");
                return "{'op':'remove','path':'members[value eq \\'u3\\']'}";
            }
            default -> {
                model.addAll(some);
                return "{'op':'add','value':{'members':[" + list + "]}}";
            }
        }
    }
}
