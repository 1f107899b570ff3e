package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Teams;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.scim.Samples;
import dev.scimbridge.store.StaleVersion;
import dev.scimbridge.store.Store;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups are kept whole, with those who are in them, and each name is one group's. */
public abstract class GroupsContract extends Contract {
    private static final UUID MAX = Cast.stranger("max@acme.io").id();
    private static final UUID EVA = Cast.stranger("eva@acme.io").id();
    private static final UUID KIM = Cast.stranger("kim@acme.io").id();
    private static final Set<UUID> NOBODY = Set.of();
    private static final Instant LATER = Cast.NOON.plusSeconds(60);
    private static final Group DEV = Teams.called("Developers");
    private static final Group OPS = Teams.born(Teams.called("Operators"), 2);

    protected GroupsContract(StoreKit kit) {
        super(kit);
    }

    private static void put(Store store, Group group, Set<UUID> joining, Set<UUID> leaving) {
        await(store.write(transaction -> {
            transaction.groups().put(group, joining, leaving);
            return null;
        }));
    }

    private static Group find(Store store, Group group) {
        return await(store.write(transaction -> transaction.groups().find(group.id())));
    }

    private static Group named(Store store, String name) {
        return await(store.write(transaction -> transaction.groups().named(name)));
    }

    private static List<UUID> members(Store store, Group group) {
        return await(store.write(transaction -> transaction.groups().members(group.id())));
    }

    private static Set<UUID> among(Store store, Group group, Set<UUID> people) {
        return await(store.write(transaction -> transaction.groups().among(group.id(), people)));
    }

    private static List<Group> of(Store store, UUID person) {
        return await(store.write(transaction -> transaction.groups().of(person)));
    }

    @Test
    void a_group_is_read_back_whole() {
        Store store = kit.open();
        Group group = new Group(
                DEV.id(),
                Samples.group("{'displayName':'Zoë & 两 👩‍💻 %','externalId':' 00gA '}"),
                DEV.meta(),
                LATER.plusNanos(1000));
        put(store, group, NOBODY, NOBODY);
        assertThat(find(store, group)).isEqualTo(group);
        assertThat(find(store, OPS)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Developers, dEVELOPERS",
        "İnci, inci",
        "strauß ſ, STRAUß S",
        "ΣΊΣΥΦΟΣ, σίσυφος",
    })
    void it_is_found_by_its_name_in_any_case_as_filters_compare(String name, String asked) {
        Store store = kit.open();
        Group group = Teams.called(name);
        put(store, group, NOBODY, NOBODY);
        assertThat(name).isEqualToIgnoringCase(asked);
        assertThat(named(store, asked)).isEqualTo(group);
        assertThat(named(store, asked + " ")).isNull();
    }

    @Test
    void who_is_in_it_is_told_from_both_sides() {
        Store store = kit.open();
        put(store, OPS, Set.of(MAX), NOBODY);
        put(store, DEV, Set.of(MAX, EVA, KIM), NOBODY);
        put(store, Teams.next(DEV, LATER), NOBODY, Set.of(KIM));
        assertThat(members(store, DEV)).containsExactlyInAnyOrder(MAX, EVA);
        assertThat(members(store, Teams.called("nobody knows"))).isEmpty();
        assertThat(among(store, DEV, Set.of(EVA, KIM))).containsExactly(EVA);
        assertThat(of(store, MAX))
                .as("in the order in which they were made")
                .containsExactly(Teams.next(DEV, LATER), OPS);
        assertThat(of(store, KIM)).isEmpty();
    }

    @Test
    void many_are_found_among_many() {
        Store store = kit.open();
        Set<UUID> members = Stream.generate(UUID::randomUUID).limit(1000).collect(Collectors.toUnmodifiableSet());
        put(store, DEV, members, NOBODY);
        Set<UUID> asked = members.stream().limit(700).collect(Collectors.toCollection(HashSet::new));
        Set<UUID> expected = Set.copyOf(asked);
        asked.addAll(Stream.generate(UUID::randomUUID).limit(300).toList());
        assertThat(among(store, DEV, asked)).isEqualTo(expected);
    }

    @Test
    void nobody_is_in_a_group_that_is_deleted_and_its_name_is_free() {
        Store store = kit.open();
        put(store, DEV, Set.of(MAX, EVA), NOBODY);
        put(store, OPS, Set.of(MAX), NOBODY);
        await(store.write(transaction -> {
            transaction.groups().delete(Teams.next(DEV, LATER));
            return null;
        }));
        assertThat(find(store, DEV)).isNull();
        assertThat(members(store, DEV)).isEmpty();
        assertThat(of(store, MAX)).containsExactly(OPS);
        put(store, Teams.renamed(OPS, "DEVELOPERS", LATER), NOBODY, NOBODY);
        assertThat(named(store, "Developers").id()).isEqualTo(OPS.id());
        assertThat(named(store, "Operators")).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 2, 4})
    void no_other_version_takes_the_place_of_the_second_than_the_third(long version) {
        Store store = kit.open();
        Group second = Teams.next(DEV, LATER);
        put(store, DEV, Set.of(MAX), NOBODY);
        put(store, second, NOBODY, NOBODY);
        assertThatThrownBy(() -> put(store, Teams.version(DEV, version), Set.of(EVA), Set.of(MAX)))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StaleVersion.class);
        assertThat(find(store, DEV)).isEqualTo(second);
        assertThat(members(store, DEV)).containsExactly(MAX);
        put(store, Teams.version(DEV, 3), NOBODY, NOBODY);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 2})
    void a_new_group_begins_with_the_first_version(long version) {
        Store store = kit.open();
        assertThatThrownBy(() -> put(store, Teams.version(DEV, version), NOBODY, NOBODY))
                .hasCauseInstanceOf(StaleVersion.class);
        assertThat(find(store, DEV)).isNull();
    }

    @Test
    void a_stale_delete_fails() {
        Store store = kit.open();
        put(store, DEV, Set.of(MAX), NOBODY);
        assertThatThrownBy(() -> await(store.write(transaction -> {
                    transaction.groups().delete(Teams.version(DEV, 3));
                    return null;
                })))
                .hasCauseInstanceOf(StaleVersion.class);
        assertThat(members(store, DEV)).containsExactly(MAX);
    }

    @Test
    void of_two_groups_of_one_name_the_second_fails_whole() {
        Store store = kit.open();
        put(store, DEV, Set.of(MAX), NOBODY);
        put(store, OPS, Set.of(EVA), NOBODY);
        Group same = Teams.renamed(OPS, "developerS", LATER);
        assertThatThrownBy(() -> put(store, same, Set.of(MAX), NOBODY)).hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> put(store, Teams.called("DEVELOPERS"), Set.of(MAX), NOBODY))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(of(store, MAX)).containsExactly(DEV);
        assertThat(find(store, OPS)).isEqualTo(OPS);
    }

    @Test
    void whoever_joins_twice_or_leaves_without_being_in_it_breaks_a_rule_and_nothing_is_written() {
        Store store = kit.open();
        put(store, DEV, Set.of(MAX), NOBODY);
        Group next = Teams.next(DEV, LATER);
        assertThatThrownBy(() -> put(store, next, Set.of(EVA, MAX), NOBODY))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> put(store, next, Set.of(EVA), Set.of(KIM)))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(members(store, DEV)).containsExactly(MAX);
        put(store, next, Set.of(EVA), Set.of(MAX));
    }

    @Test
    void work_that_fails_after_all_leaves_nothing() {
        Store store = kit.open();
        put(store, DEV, Set.of(MAX), NOBODY);
        assertThatThrownBy(() -> await(store.write(transaction -> {
                    transaction.groups().put(OPS, Set.of(MAX, EVA), NOBODY);
                    transaction.groups().delete(Teams.next(DEV, LATER));
                    throw new IllegalArgumentException("after all");
                })))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(of(store, MAX)).containsExactly(DEV);
        assertThat(find(store, OPS)).isNull();
        assertThat(of(store, EVA)).isEmpty();
    }

    @Test
    void somebody_is_there_until_they_are_deleted() {
        Store store = kit.open();
        put(store, Cast.stranger("max@acme.io"), Cast.desired(Cast.stranger("eva@acme.io"), Cast.INACTIVE));
        put(store, Cast.desired(Cast.stranger("kim@acme.io"), new Desired.Deleted()));
        assertWork(
                        store,
                        t -> List.of(MAX, EVA, KIM, UUID.randomUUID()).stream()
                                .map(t.people()::has)
                                .toList())
                .isEqualTo(List.of(true, true, false, false));
    }
}
