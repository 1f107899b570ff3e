package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.scimbridge.scim.Patch;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.Samples;
import dev.scimbridge.scim.ScimProblem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What POST, PUT and PATCH make of a group. */
class GroupDraftTest {
    private static final UUID MAX = Someone.called("max@acme.io").id();
    private static final UUID EVA = Someone.called("eva@acme.io").id();
    private static final UUID KIM = Someone.called("kim@acme.io").id();
    private static final Group MAKERS = new Group(
            new UUID(7, 7),
            Samples.group("{'displayName':'Makers','externalId':'00g1'}"),
            new Meta(1, 1, 1, Someone.NOON, Someone.NOON),
            Someone.NOON);
    private static final Groups MAX_AND_EVA = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT))
            .with(Teams.changed(Teams.joined(MAKERS, MAX, EVA), Someone.NOON))
            .groups();

    @Test
    void a_post_says_its_name_and_who_joins() {
        GroupDraft draft = GroupDraft.created(Samples.group("{'displayName':'Cooks','externalId':'00g2','members':["
                + member(MAX) + ",{'value':'" + EVA.toString().toUpperCase(Locale.ROOT)
                + "','display':'Eva','$ref':null}," + member(MAX) + "]}"));
        assertThat(draft.said()).isEqualTo(Samples.group("{'displayName':'Cooks','externalId':'00g2'}"));
        assertThat(draft.joining()).containsExactlyInAnyOrder(MAX, EVA);
        assertThat(draft.leaving()).isEmpty();
    }

    @Test
    void a_put_says_all_members_and_only_who_comes_and_goes_is_left_of_them() {
        GroupDraft draft =
                put("{'displayName':'Makers','externalId':'00g1','members':[" + member(EVA) + "," + member(KIM) + "]}");
        assertThat(draft).isEqualTo(new GroupDraft(MAKERS.said(), Set.of(KIM), Set.of(MAX)));
    }

    @Test
    void a_put_clears_members_that_it_leaves_out_and_keeps_the_external_id() {
        GroupDraft draft = put("{'displayName':'makers'}");
        assertThat(draft.said()).isEqualTo(Samples.group("{'displayName':'makers','externalId':'00g1'}"));
        assertThat(draft.leaving()).containsExactlyInAnyOrder(MAX, EVA);
        assertThat(put("{'displayName':'Makers','externalId':'00g9'}").said().text("externalId"))
                .isEqualTo("00g9");
    }

    @Test
    void what_was_read_and_is_put_back_says_nothing() {
        Snapshot snapshot = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT))
                .with(Teams.changed(Teams.joined(MAKERS, MAX, EVA), Someone.NOON));
        String shown = snapshot.document(MAKERS, (endpoint, id) -> "https://here/" + endpoint + "/" + id, true)
                .json();
        assertThat(put(shown)).isEqualTo(new GroupDraft(MAKERS.said(), Set.of(), Set.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'op':'add','path':'members','value':[{KIM}]}                                       | KIM |
            {'op':'add','path':'members','value':[{KIM},{MAX}]}                                 | KIM |
            {'op':'add','value':{'members':[{KIM}]}}                                            | KIM |
            {'op':'remove','path':'members','value':[{EVA}]}                                    |     | EVA
            {'op':'remove','path':'members','value':[{KIM}]}                                    |     |
            {'op':'remove','path':'members[value eq "{eva}"]'}                                  |     | EVA
            {'op':'remove','path':'members[value eq "{eva}" or value eq "{max}"]'}              |     | EVA MAX
            {'op':'remove','path':'members[value ne "{eva}"]'}                                  |     | MAX
            {'op':'remove','path':'members'}                                                    |     | EVA MAX
            {'op':'replace','path':'members','value':[{KIM},{EVA}]}                             | KIM | MAX
            {'op':'replace','path':'members','value':[]}                                        |     | EVA MAX
            {'op':'replace','value':{'members':[{MAX}]}}                                        |     | EVA
            {'op':'add','path':'members','value':[{KIM}]},{'op':'remove','path':'members[value eq "{kim}"]'} | |
            {'op':'remove','path':'members[value eq "{eva}"]'},{'op':'add','path':'members','value':[{EVA}]} | |
            {'op':'replace','value':{'externalId':'00g1'}}                                      |     |
            {'op':'replace','path':'displayName','value':'Makers'}                              |     |
            """)
    void a_patch_changes_whom_it_speaks_of(String operations, String joining, String leaving) {
        GroupDraft draft = patched(operations);
        assertThat(draft.said()).isEqualTo(MAKERS.said());
        assertThat(draft.joining()).isEqualTo(people(joining));
        assertThat(draft.leaving()).isEqualTo(people(leaving));
    }

    @Test
    void a_patch_of_the_name_or_the_external_id_leaves_members_alone() {
        GroupDraft draft = patched("{'op':'replace','value':{'displayName':'Cooks','externalId':'00g3'}}");
        assertThat(draft)
                .isEqualTo(new GroupDraft(
                        Samples.group("{'displayName':'Cooks','externalId':'00g3'}"), Set.of(), Set.of()));
        assertThat(patched("{'op':'remove','path':'externalId'}").said().has("externalId"))
                .isFalse();
    }

    @Test
    void a_patch_that_names_members_walks_over_none_however_many_there_are() {
        UUID[] many = IntStream.range(0, 20_000).mapToObj(i -> new UUID(3, i)).toArray(UUID[]::new);
        Groups groups = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT))
                .with(Teams.changed(Teams.joined(MAKERS, many), Someone.NOON))
                .groups();
        for (String operation : List.of(
                "{'op':'add','path':'members','value':[{KIM}]}",
                "{'op':'remove','path':'members','value':[{'value':'" + many[7] + "'}]}",
                "{'op':'remove','path':'members[value eq \\'" + many[8] + "\\']'}".replace("\\'", "\\\""),
                "{'op':'replace','path':'displayName','value':'Cooks'}")) {
            Patch patch = Samples.patch(filled(operation), ResourceSchema.GROUP);
            long few = Allocation.of(() -> GroupDraft.patched(MAKERS, MAX_AND_EVA, patch));
            long all = Allocation.of(() -> GroupDraft.patched(MAKERS, groups, patch));
            // A document for each member would be megabytes.
            assertThat(all).as(operation).isLessThan(few + 10_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'nobody'", "'5d4b6f0e-0d5c-4ad0-8a5f'", "'max@acme.io'"})
    void a_member_who_can_be_nobody_is_refused_by_name(String value) {
        String group = "{'displayName':'Cooks','members':[{'value':" + value + "}]}";
        assertThatExceptionOfType(ScimProblem.class)
                .isThrownBy(() -> GroupDraft.created(Samples.group(group)))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.scimType()).isEqualTo("invalidValue");
                    assertThat(problem.detail()).contains(value.replace("'", ""), "provision");
                });
        assertThatExceptionOfType(ScimProblem.class)
                .isThrownBy(() -> patched("{'op':'add','path':'members','value':[{'value':" + value + "}]}"));
    }

    private static GroupDraft put(String sent) {
        return GroupDraft.replaced(MAKERS, MAX_AND_EVA, Samples.group(sent));
    }

    private static GroupDraft patched(String operations) {
        return GroupDraft.patched(MAKERS, MAX_AND_EVA, Samples.patch(filled(operations), ResourceSchema.GROUP));
    }

    private static String filled(String text) {
        return text.replace("\"{", "\\\"{")
                .replace("}\"", "}\\\"")
                .replace("{max}", MAX.toString())
                .replace("{eva}", EVA.toString())
                .replace("{kim}", KIM.toString())
                .replace("{MAX}", member(MAX))
                .replace("{EVA}", member(EVA))
                .replace("{KIM}", member(KIM));
    }

    private static String member(UUID person) {
        return "{'value':'" + person + "'}";
    }

    private static Set<UUID> people(String names) {
        return Set.copyOf(List.of(names == null ? new String[0] : names.split(" ")).stream()
                .map(name -> name.equals("MAX") ? MAX : name.equals("EVA") ? EVA : KIM)
                .toList());
    }
}
