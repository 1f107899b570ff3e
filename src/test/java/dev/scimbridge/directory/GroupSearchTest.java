package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.Samples;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any writes of groups, at random from a seed, against maps that are kept beside them. */
class GroupSearchTest {
    private static final List<String> NAMES =
            List.of("makers", "Makers", "Cooks", "İnci", "inci", "\u017Ftrauß", "strauß", "Strauß");
    private static final List<UUID> PEOPLE =
            IntStream.range(0, 10).mapToObj(i -> new UUID(1, i)).toList();

    private final Map<UUID, Group> groups = new HashMap<>();
    private final Map<UUID, Set<UUID>> members = new HashMap<>();
    private Snapshot snapshot = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void an_index_finds_what_a_walk_finds_and_both_what_is_there(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 120; i++) {
            write(random);
        }
        for (String name : NAMES) {
            agree(
                    "displayName eq \"" + name + "\"",
                    matching(group -> group.name().equalsIgnoreCase(name)));
            agree("externalId eq \"" + name + "\"", matching(group -> name.equals(group.externalId())));
        }
        for (UUID person : PEOPLE) {
            Set<UUID> with = matching(group -> members.get(group.id()).contains(person));
            agree("members eq \"" + person + "\"", with);
            agree("members.value eq \"" + person.toString().toUpperCase(Locale.ROOT) + "\"", with);
            assertThat(ids(snapshot.groups().of(person))).isEqualTo(with);
        }
        for (UUID id : members.keySet()) {
            agree("id eq \"" + id + "\"", matching(group -> group.id().equals(id)));
            assertThat(snapshot.groups().members(id, Optional.empty()))
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(members.get(id));
            assertThat(snapshot.groups().size(id)).isEqualTo(members.get(id).size());
        }
    }

    @Test
    void a_search_by_name_or_member_looks_at_those_it_finds_however_many_groups_there_are() {
        found(10);
        List<String> filters = List.of(
                "displayName eq \"group 7\"",
                "externalId eq \"00g7\"",
                "members eq \"" + PEOPLE.get(7) + "\"",
                "id eq \"" + new UUID(2, 7) + "\" and members eq \"" + PEOPLE.get(7) + "\"");
        List<Long> few = filters.stream().map(this::cost).toList();
        found(2000);
        for (int i = 0; i < filters.size(); i++) {
            assertThat(cost(filters.get(i))).as(filters.get(i)).isLessThan(few.get(i) + 5_000);
        }
    }

    @Test
    void whether_one_is_in_a_group_costs_the_same_however_many_are() {
        Group group = founded(7);
        String filter = "id eq \"" + group.id() + "\" and members eq \"" + PEOPLE.get(7) + "\"";
        snapshot = snapshot.with(Teams.changed(Teams.joined(group, PEOPLE.get(7)), Someone.NOON));
        long alone = cost(filter);
        UUID[] others = IntStream.range(0, 20_000).mapToObj(i -> new UUID(3, i)).toArray(UUID[]::new);
        snapshot = snapshot.with(Teams.changed(Teams.joined(group, others), Someone.NOON));
        assertThat(found(filter)).containsExactly(group.id());
        // A document for each member would be megabytes.
        assertThat(cost(filter)).isLessThan(alone + 5_000);
    }

    private void found(int count) {
        for (int i = 0; i < count; i++) {
            Group group = founded(i);
            UUID[] one = i < PEOPLE.size() ? new UUID[] {PEOPLE.get(i)} : new UUID[0];
            snapshot = snapshot.with(Teams.changed(Teams.joined(group, one), Someone.NOON));
        }
    }

    private static Group founded(int number) {
        String said = "{'displayName':'Group " + number + "','externalId':'00g" + number + "'}";
        Meta meta = new Meta(1, number, 1, Someone.NOON, Someone.NOON);
        return new Group(new UUID(2, number), Samples.group(said), meta, Someone.NOON);
    }

    private long cost(String filter) {
        Query query = Query.page(Criterion.parse(filter, ResourceSchema.GROUP), null, 1, 100);
        return Allocation.of(() -> {
            var unused = snapshot.groups(query);
        });
    }

    private Set<UUID> matching(Predicate<Group> test) {
        return ids(groups.values().stream().filter(test).toList());
    }

    /** No index serves an "or". */
    private void agree(String filter, Set<UUID> expected) {
        assertThat(found(filter)).as(filter).isEqualTo(expected);
        assertThat(found(filter + " or " + filter)).as(filter).isEqualTo(expected);
        assertThat(found("displayName pr and " + filter)).as(filter).isEqualTo(expected);
    }

    private Set<UUID> found(String filter) {
        Criterion criterion = Criterion.parse(filter, ResourceSchema.GROUP);
        return ids(snapshot.groups(Query.page(criterion, null, 1, 1000)).items());
    }

    private static Set<UUID> ids(Collection<Group> groups) {
        return new TreeSet<>(groups.stream().map(Group::id).toList());
    }

    private void write(Random random) {
        UUID id = new UUID(2, random.nextInt(12));
        Set<UUID> before = members.getOrDefault(id, Set.of());
        boolean isDeleted = groups.containsKey(id) && random.nextInt(5) == 0;
        Set<UUID> after = isDeleted ? Set.of() : some(random);
        Group group = new Group(
                id, said(random), new Meta(1, random.nextInt(4), 1, Someone.NOON, Someone.NOON), Someone.NOON);
        Set<UUID> joined = new HashSet<>(after);
        joined.removeAll(before);
        Set<UUID> left = new HashSet<>(before);
        left.removeAll(after);
        snapshot = snapshot.with(
                Teams.changed(new Regroup(group, isDeleted, joined, isDeleted ? Set.of() : left), Someone.NOON));
        members.put(id, after);
        groups.put(id, group);
        if (isDeleted) {
            groups.remove(id);
        }
    }

    private static Document said(Random random) {
        String externalId = random.nextBoolean() ? "" : ",'externalId':'" + pick(random) + "'";
        return Samples.group("{'displayName':'" + pick(random) + "'" + externalId + "}");
    }

    private static String pick(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static Set<UUID> some(Random random) {
        Set<UUID> some = new HashSet<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            some.add(PEOPLE.get(random.nextInt(PEOPLE.size())));
        }
        return some;
    }
}
