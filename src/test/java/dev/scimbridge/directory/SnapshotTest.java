package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Ordering;
import dev.scimbridge.scim.ResourceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
    private static final Presentation PRESENTATION = new Presentation(AccountTypeRules.DEFAULT);
    private static final Snapshot EMPTY = Snapshot.empty(PRESENTATION);
    private static final User MAX =
            Someone.managed("max@acme.io", AccountType.DEVELOPER, "{'userName':'Max@acme.io','externalId':'00u1'}");

    @Test
    void whoever_is_renamed_is_found_by_the_new_name_only_and_in_any_case() {
        User renamed = Someone.saying(MAX, "{'userName':'Maximilian@acme.io','externalId':'00u1'}");
        Snapshot after = EMPTY.with(Changes.of(MAX)).with(Changes.of(renamed));
        assertThat(after.people().named("max@acme.io")).isNull();
        assertThat(after.people().named("MAXIMILIAN@acme.io")).isEqualTo(renamed);
        assertThat(after.people().at(Address.of("max@acme.io"))).isEqualTo(renamed);
    }

    @Test
    void whoever_gets_another_external_id_or_uid_is_found_by_the_new_one_only() {
        User changed = Someone.saying(MAX, "{'userName':'Max@acme.io','externalId':'00U1'}")
                .known(new Account("max@acme.io", null, "another-uid"));
        Snapshot after = EMPTY.with(Changes.of(MAX)).with(Changes.of(changed));
        assertThat(ids(after, "externalId eq \"00u1\"")).isEmpty();
        assertThat(ids(after, "externalId eq \"00U1\""))
                .containsExactly(MAX.id().toString());
        assertThat(after.people().withUid(Someone.uid("max@acme.io"))).isNull();
        assertThat(after.people().withUid("another-uid")).isEqualTo(changed);
    }

    @Test
    void the_deleted_are_on_record_but_nobody_finds_them_until_they_return() {
        User deleted = MAX.wishing(Someone.met(new Desired.Deleted()));
        Snapshot without = EMPTY.with(Changes.of(MAX)).with(Changes.of(deleted));
        assertThat(without.people().find(MAX.id())).isNull();
        assertThat(without.people().named("max@acme.io")).isNull();
        assertThat(without.people().size()).isZero();
        assertThat(ids(without, "userName eq \"max@acme.io\"")).isEmpty();
        assertThat(ids(without, "id eq \"" + MAX.id() + "\"")).isEmpty();
        assertThat(without.people().record(MAX.id())).isEqualTo(deleted);
        assertThat(without.people().at(Address.of("max@acme.io"))).isEqualTo(deleted);

        Snapshot again = without.with(Changes.of(MAX));
        assertThat(again.people().find(MAX.id())).isEqualTo(MAX);
        assertThat(again.people().size()).isEqualTo(1);
        assertThat(ids(again, "externalId eq \"00u1\""))
                .containsExactly(MAX.id().toString());
    }

    @Test
    void an_address_that_passed_to_somebody_else_is_theirs() {
        User next = new User(
                Identity.mint(Someone.NAMESPACE, Address.of("max@acme.io"), 1),
                MAX.said(),
                MAX.wish(),
                null,
                MAX.observation(),
                Account.NONE,
                MAX.course(),
                MAX.meta());
        User deleted = MAX.wishing(Someone.met(new Desired.Deleted()));
        assertThat(EMPTY.with(Changes.of(next))
                        .with(Changes.of(deleted))
                        .people()
                        .at(Address.of("max@acme.io")))
                .isEqualTo(next);
        assertThat(EMPTY.with(Changes.of(deleted))
                        .with(Changes.of(next))
                        .people()
                        .named("max@acme.io"))
                .isEqualTo(next);
    }

    @Test
    void an_old_snapshot_stays_as_it_was() {
        Snapshot before = EMPTY.with(Changes.of(MAX));
        Snapshot unused = before.with(Changes.of(Someone.saying(MAX, "{'userName':'other@acme.io'}")));
        assertThat(before.people().named("max@acme.io")).isEqualTo(MAX);
        assertThat(unused.people().named("max@acme.io")).isNull();
        assertThat(EMPTY.people().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_search_by_an_index_finds_whom_a_walk_finds(long seed) {
        Random random = new Random(seed);
        List<String> names =
                List.of("a@x.io", "A@x.io", "b@x.io", "İnci@x.io", "inci@x.io", "\u017Ftrauß@x.io", "strauß@x.io");
        Snapshot snapshot = EMPTY;
        for (int i = 0; i < 60; i++) {
            User user = Someone.called("p" + random.nextInt(20) + "@x.io");
            String said = "{'userName':'" + pick(names, random) + "','externalId':'" + pick(names, random) + "'}";
            Desired desired = random.nextInt(4) == 0 ? new Desired.Deleted() : Someone.active(null);
            snapshot = snapshot.with(Changes.of(Someone.saying(user, said).wishing(Someone.met(desired))));
        }
        checkIndexes(snapshot, names);
        List<User> people = new ArrayList<>();
        snapshot.people().each(people::add);
        checkIndexes(EMPTY.filled(people), names);
    }

    private static void checkIndexes(Snapshot snapshot, List<String> names) {
        for (String name : names) {
            for (String attribute : List.of("userName", "externalId")) {
                String indexed = attribute + " eq \"" + name + "\"";
                // No index serves an "or".
                assertThat(ids(snapshot, indexed)).isEqualTo(ids(snapshot, indexed + " or " + indexed));
                assertThat(ids(snapshot, indexed + " and active eq true"))
                        .isEqualTo(ids(snapshot, "active eq true and (" + indexed + " or " + indexed + ")"));
            }
        }
    }

    @Test
    void pages_stay_where_they_are_when_somebody_is_created() {
        Snapshot before = EMPTY;
        for (int i = 0; i < 25; i++) {
            before = before.with(Changes.of(Someone.born(Someone.called("p" + i + "@acme.io"), i / 3)));
        }
        Snapshot after = before.with(Changes.of(Someone.born(Someone.called("a-new-one@acme.io"), 1000)));
        List<User> paged = new ArrayList<>();
        for (int start = 1; start <= 26; start += 7) {
            List<User> page = before.users(Query.page(null, null, start, 7)).items();
            assertThat(after.users(Query.page(null, null, start, 7)).items()).startsWith(page.toArray(User[]::new));
            paged.addAll(page);
        }
        assertThat(paged).doesNotHaveDuplicates().hasSize(25);
        assertThat(paged)
                .isEqualTo(before.users(Query.page(null, null, 1, 1000)).items());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "active eq false"})
    void a_page_beyond_the_end_or_of_none_still_tells_the_total(String filter) {
        Snapshot three = EMPTY.with(
                Changes.of(Someone.called("a@acme.io"), Someone.called("b@acme.io"), Someone.called("c@acme.io")));
        Criterion criterion = filter.isEmpty() ? null : Criterion.parse(filter, ResourceSchema.USER);
        for (Query query : List.of(
                Query.page(criterion, null, 4, 10),
                Query.page(criterion, null, Integer.MAX_VALUE, Integer.MAX_VALUE),
                Query.page(criterion, null, 1, 0))) {
            Page<User> page = three.users(query);
            assertThat(page.total()).isEqualTo(3);
            assertThat(page.items()).isEmpty();
            assertThat(page.startIndex()).isEqualTo(query.startIndex());
        }
        assertThat(three.users(Query.page(criterion, null, 2, 1)).items()).hasSize(1);
    }

    @Test
    void a_sorted_list_is_sorted_before_it_is_cut() {
        Snapshot people = EMPTY;
        for (String name : List.of("c", "a", "d", "b")) {
            people = people.with(Changes.of(Someone.born(
                    Someone.called(name + "@acme.io"), people.people().size())));
        }
        var order = Ordering.by("userName", "descending", ResourceSchema.USER);
        assertThat(people.users(Query.page(null, order, 2, 2)).items())
                .extracting(user -> user.identity().address().value())
                .containsExactly("c@acme.io", "b@acme.io");
    }

    private static List<String> ids(Snapshot snapshot, String filter) {
        Criterion criterion = Criterion.parse(filter, ResourceSchema.USER);
        return snapshot.users(Query.page(criterion, null, 1, 1000)).items().stream()
                .map(user -> user.id().toString())
                .toList();
    }

    private static String pick(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
