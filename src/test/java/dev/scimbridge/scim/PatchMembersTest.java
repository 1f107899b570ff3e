package dev.scimbridge.scim;

import static dev.scimbridge.scim.Samples.group;
import static dev.scimbridge.scim.Samples.patch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.scim.MemberOperations.Member;
import dev.scimbridge.scim.MemberOperations.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
                "{'op':'replace','path':'members[value eq \\'u1\\'].value','value':'u3'}",
                "{'op':'add','path':'members[value eq \\'u1\\'].value','value':'u3'}",
                "{'op':'remove','path':'members[value eq \\'u1\\'].value'}",
                "{'op':'add','path':'members[value eq \\'u2\\'].display','value':'Other'}",
                "{'op':'remove','path':'members.display'}"
            })
    void a_required_name_and_a_member_s_identity_cannot_be_changed(String operations) {
        assertThat(Problems.of(() -> members(TOURS, operations)).scimType()).isEqualTo("mutability");
    }

    @Test
    void what_cannot_be_changed_can_be_given_once_and_said_again() {
        String operations = "{'op':'replace','path':'members[value eq \\'u1\\'].display','value':'One'},"
                + "{'op':'add','path':'members[value eq \\'u2\\'].display','value':'Two'},"
                + "{'op':'replace','path':'members[value eq \\'u1\\'].value','value':'u1'},"
                + "{'op':'remove','path':'members[value eq \\'u1\\'].$ref'}";
        assertThat(members(patch(operations, ResourceSchema.GROUP).apply(TOURS)))
                .containsExactly(new Member("u1", "One"), new Member("u2", "Two"));
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

    /** Whatever is said in whatever order, members behave like an ordered map, and the patched group is left alone. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_operations_do_what_they_do_to_a_plain_map(long seed) {
        Random random = new Random(seed);
        MemberOperations operations = new MemberOperations(random);
        Document group = group("{'displayName':'Tours'}");
        Map<String, Member> model = new LinkedHashMap<>();
        for (int round = 0; round < 150; round++) {
            List<Operation> said = Stream.generate(operations::next)
                    .limit(1 + random.nextInt(5))
                    .toList();
            Map<String, Member> changed = new LinkedHashMap<>(model);
            Optional<String> refusal = said.stream()
                    .flatMap(each -> Stream.ofNullable(each.effect().on(changed)))
                    .findFirst();
            String before = group.json();
            Patch patch = patch(json(said), ResourceSchema.GROUP);
            Document tried = group;
            refusal.ifPresent(scimType ->
                    assertThat(Problems.of(() -> patch.apply(tried)).scimType()).isEqualTo(scimType));
            Document patched = refusal.isPresent() ? group : patch.apply(group);
            model = refusal.isPresent() ? model : changed;
            assertThat(group.json()).isEqualTo(before);
            assertThat(members(patched)).as("%s after %s", said, before).containsExactlyElementsOf(model.values());
            assertThat(Document.of(Json.read(patched.bytes(ResourceSchema.GROUP), 100_000), ResourceSchema.GROUP))
                    .isEqualTo(patched);
            group = patched;
        }
    }

    static String json(List<Operation> operations) {
        return operations.stream().map(Operation::json).collect(Collectors.joining(","));
    }

    static List<Member> members(Document group) {
        return group.elements("members").stream()
                .map(each -> new Member(String.valueOf(each.text("value")), each.text("display")))
                .toList();
    }
}
