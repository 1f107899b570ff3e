package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Ordering;
import dev.scimbridge.scim.ResourceSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers see of groups, and of people who are in them. */
class SnapshotGroupsTest {
    private static final Snapshot EMPTY = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT));
    private static final Instant LATER = Someone.NOON.plus(Duration.ofMinutes(5));
    private static final User MAX = Someone.called("max@acme.io");
    private static final User EVA = Someone.born(Someone.called("eva@acme.io"), 2);
    private static final User KIM = Someone.born(Someone.called("kim@acme.io"), 3);
    private static final Group MAKERS = Teams.called("Makers");
    private static final Group COOKS = Teams.born(Teams.called("Cooks"), 2);
    private static final Snapshot BOTH = EMPTY.with(Changes.of(MAX, EVA, KIM))
            .with(Teams.founded(MAKERS, MAX, EVA))
            .with(Teams.founded(COOKS, MAX));

    @Test
    void a_group_shows_what_was_said_of_it_and_who_is_in_it() {
        Locations here = (endpoint, id) -> "https://here/" + endpoint + "/" + id;
        Document shown = BOTH.document(MAKERS, here, true);
        assertThat(shown.text("id")).isEqualTo(MAKERS.id().toString());
        assertThat(shown.text("displayName")).isEqualTo("Makers");
        assertThat(shown.text("meta.resourceType")).isEqualTo("Group");
        assertThat(shown.text("meta.version")).isEqualTo(MAKERS.version()).isEqualTo("W/\"1\"");
        assertThat(shown.text("meta.location")).isEqualTo("https://here/Groups/" + MAKERS.id());
        assertThat(shown.elements("members")).hasSize(2).allSatisfy(member -> {
            assertThat(member.text("value")).isIn(MAX.id().toString(), EVA.id().toString());
            assertThat(member.text("type")).isEqualTo("User");
            assertThat(member.text("$ref")).isEqualTo("https://here/Users/" + member.text("value"));
        });
        assertThat(BOTH.document(MAKERS, here, false)).isEqualTo(shown.without("members"));
        assertThat(BOTH.document(MAKERS, Locations.NONE, true).text("meta.location"))
                .isNull();
    }

    @Test
    void a_person_shows_their_groups_in_the_order_in_which_those_were_made() {
        Locations here = (endpoint, id) -> "https://here/" + endpoint + "/" + id;
        List<Document> groups = BOTH.document(MAX, here).elements("groups");
        assertThat(groups).extracting(group -> group.text("display")).containsExactly("Makers", "Cooks");
        assertThat(groups.get(1).text("value")).isEqualTo(COOKS.id().toString());
        assertThat(groups.get(1).text("$ref")).isEqualTo("https://here/Groups/" + COOKS.id());
        assertThat(groups.get(1).text("type")).isEqualTo("direct");
        assertThat(BOTH.document(KIM, here).elements("groups")).isEmpty();
    }

    @Test
    void an_old_snapshot_stays_as_it_was() {
        Group second = Teams.renamed(MAKERS, "Builders", LATER);
        Regroup write = new Regroup(second, false, Set.of(KIM.id()), Set.of(EVA.id()));
        Snapshot after = BOTH.with(Teams.changed(write, LATER, KIM.id(), EVA.id()));
        Snapshot gone = after.with(Teams.changed(Teams.deleted(second), LATER, KIM.id(), MAX.id()));

        assertThat(members(BOTH, MAKERS)).containsExactlyInAnyOrder(MAX.id(), EVA.id());
        assertThat(BOTH.groups().find(MAKERS.id())).isEqualTo(MAKERS);
        assertThat(found(BOTH, "displayName eq \"builders\"")).isEmpty();
        assertThat(members(after, MAKERS)).containsExactlyInAnyOrder(MAX.id(), KIM.id());
        assertThat(found(after, "displayName eq \"makers\"")).isEmpty();
        assertThat(found(after, "displayName eq \"builders\"")).containsExactly(second);
        assertThat(members(gone, MAKERS)).isEmpty();
        assertThat(gone.groups().find(MAKERS.id())).isNull();
        assertThat(gone.groups().of(MAX.id())).containsExactly(COOKS);
        assertThat(gone.groups(Query.page(null, null, 1, 10)).total()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            displayName eq "cOOKS"                              | Cooks
            displayName sw "m"                                  | Makers
            displayName co "OO"                                 | Cooks
            displayName ew "rs"                                 | Makers
            displayName ne "Makers"                             | Cooks
            displayName gt "D"                                  | Makers
            displayName le "D"                                  | Cooks
            displayName pr                                      | Makers Cooks
            externalId pr                                       |
            members.value eq "{EVA}"                            | Makers
            members eq "{EVA}"                                  | Makers
            MEMBERS.VALUE eq "{eva}"                            | Makers
            members[value eq "{EVA}"]                           | Makers
            members.value eq "{KIM}"                            |
            members.value eq "nobody"                           |
            members.value ne "{MAX}"                            | Makers
            members pr                                          | Makers Cooks
            not (members.value eq "{EVA}")                      | Cooks
            id eq "{MAKERS}" and members eq "{EVA}"             | Makers
            id eq "{COOKS}" and members eq "{EVA}"              |
            id eq "{COOKS}" or members eq "{EVA}"               | Makers Cooks
            members eq "{MAX}" and members eq "{EVA}"           | Makers
            members eq "{MAX}" and displayName eq "cooks"       | Cooks
            id eq "no uuid"                                     |
            meta.lastModified ge "2026-03-01T12:00:00Z"         | Makers Cooks
            members.type eq "User" and displayName ne "Cooks"   | Makers
            """)
    void groups_are_found_by_any_filter(String filter, String names) {
        String asked = filter.replace("{EVA}", EVA.id().toString())
                .replace("{eva}", EVA.id().toString().toUpperCase(Locale.ROOT))
                .replace("{MAX}", MAX.id().toString())
                .replace("{KIM}", KIM.id().toString())
                .replace("{MAKERS}", MAKERS.id().toString())
                .replace("{COOKS}", COOKS.id().toString());
        assertThat(String.join(" ", found(BOTH, asked).stream().map(Group::name).toList()))
                .isEqualTo(names == null ? "" : names);
    }

    @Test
    void lists_are_sorted_before_they_are_cut_and_tell_the_total() {
        Ordering byName = Ordering.by("displayName", null, ResourceSchema.GROUP);
        Page<Group> page = BOTH.groups(Query.page(null, byName, 1, 1));
        assertThat(page.items()).containsExactly(COOKS);
        assertThat(page.total()).isEqualTo(2);
        assertThat(BOTH.groups(Query.page(null, null, 2, 5)).items()).containsExactly(COOKS);
    }

    @Test
    void a_person_s_version_and_time_move_when_they_join_and_when_they_leave() {
        Group second = Teams.next(COOKS, LATER);
        Snapshot in = BOTH.with(Teams.changed(Teams.joined(second, KIM.id()), LATER, KIM.id()));
        assertMoved(BOTH, in, KIM, LATER);
        assertUnmoved(BOTH, in, MAX);
        Instant evenLater = LATER.plusSeconds(1);
        Snapshot out = in.with(Teams.changed(Teams.left(Teams.next(second, evenLater), KIM.id()), evenLater, KIM.id()));
        assertMoved(in, out, KIM, evenLater);
        assertThat(out.document(KIM, Locations.NONE).without("meta"))
                .isEqualTo(BOTH.document(KIM, Locations.NONE).without("meta"));
    }

    @Test
    void they_move_when_a_group_of_theirs_is_renamed_or_deleted() {
        Group renamed = Teams.renamed(MAKERS, "Builders", LATER);
        Snapshot after = BOTH.with(Teams.changed(new Regroup(renamed, false, Set.of(), Set.of()), LATER));
        assertMoved(BOTH, after, MAX, LATER);
        assertMoved(BOTH, after, EVA, LATER);
        assertUnmoved(BOTH, after, KIM);
        Instant evenLater = LATER.plusSeconds(1);
        Snapshot gone = after.with(Teams.changed(Teams.deleted(renamed), evenLater, MAX.id(), EVA.id()));
        assertMoved(after, gone, MAX, evenLater);
        assertMoved(after, gone, EVA, evenLater);
    }

    @Test
    void a_name_that_mixes_to_the_same_is_another_version_all_the_same() {
        Group one = Teams.called(MAKERS.id(), "Aa");
        Group other = Teams.renamed(one, "BB", LATER);
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(Presentation.version(MAX, List.of(other))).isNotEqualTo(Presentation.version(MAX, List.of(one)));
    }

    @Test
    void what_changes_of_a_group_besides_its_name_moves_none_of_its_members() {
        Snapshot after = BOTH.with(Teams.changed(Teams.joined(Teams.next(MAKERS, LATER), KIM.id()), LATER, KIM.id()));
        assertUnmoved(BOTH, after, MAX);
        assertUnmoved(BOTH, after, EVA);
    }

    @Test
    void the_deleted_are_shown_nowhere_though_when_they_moved_is_known() {
        User deleted = EVA.wishing(Someone.met(new Desired.Deleted()));
        Changes both = new Changes(
                List.of(deleted), List.of(Teams.left(Teams.next(MAKERS, LATER), EVA.id())), Map.of(EVA.id(), LATER));
        Snapshot after = BOTH.with(both);
        assertThat(members(after, MAKERS)).containsExactly(MAX.id());
        assertThat(found(after, "members eq \"" + EVA.id() + "\"")).isEmpty();
        assertThat(after.people().find(EVA.id())).isNull();
    }

    private static void assertMoved(Snapshot before, Snapshot after, User user, Instant at) {
        assertThat(after.version(user)).isNotEqualTo(before.version(user));
        Document shown = after.document(user, Locations.NONE);
        assertThat(shown.text("meta.version")).isEqualTo(after.version(user));
        assertThat(shown.text("meta.lastModified")).isEqualTo(at.toString());
    }

    private static void assertUnmoved(Snapshot before, Snapshot after, User user) {
        assertThat(after.document(user, Locations.NONE)).isEqualTo(before.document(user, Locations.NONE));
    }

    private static List<UUID> members(Snapshot snapshot, Group group) {
        return snapshot.document(group, Locations.NONE, true).elements("members").stream()
                .map(member -> UUID.fromString(member.text("value")))
                .toList();
    }

    private static List<Group> found(Snapshot snapshot, String filter) {
        Criterion criterion = Criterion.parse(filter, ResourceSchema.GROUP);
        return snapshot.groups(Query.page(criterion, null, 1, 1000)).items();
    }
}
