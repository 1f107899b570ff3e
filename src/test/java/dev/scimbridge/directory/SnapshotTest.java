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
        Snapshot after = EMPTY.with(MAX).with(renamed);
        assertThat(after.named("max@acme.io")).isNull();
        assertThat(after.named("MAXIMILIAN@acme.io")).isEqualTo(renamed);
        assertThat(after.at(Address.of("max@acme.io"))).isEqualTo(renamed);
    }

    @Test
    void whoever_gets_another_external_id_or_uid_is_found_by_the_new_one_only() {
        User changed = Someone.saying(MAX, "{'userName':'Max@acme.io','externalId':'00U1'}")
                .known(new Account("max@acme.io", null, "another-uid"));
        Snapshot after = EMPTY.with(MAX).with(changed);
        assertThat(ids(after, "externalId eq \"00u1\"")).isEmpty();
        assertThat(ids(after, "externalId eq \"00U1\""))
                .containsExactly(MAX.id().toString());
        assertThat(after.withUid(Someone.uid("max@acme.io"))).isNull();
        assertThat(after.withUid("another-uid")).isEqualTo(changed);
    }

    @Test
    void the_deleted_are_on_record_but_nobody_finds_them_until_they_return() {
        User deleted = MAX.wishing(Someone.met(new Desired.Deleted()));
        Snapshot without = EMPTY.with(MAX).with(deleted);
        assertThat(without.find(MAX.id())).isNull();
        assertThat(without.named("max@acme.io")).isNull();
        assertThat(without.size()).isZero();
        assertThat(ids(without, "userName eq \"max@acme.io\"")).isEmpty();
        assertThat(ids(without, "id eq \"" + MAX.id() + "\"")).isEmpty();
        assertThat(without.record(MAX.id())).isEqualTo(deleted);
        assertThat(without.at(Address.of("max@acme.io"))).isEqualTo(deleted);

        Snapshot again = without.with(MAX);
        assertThat(again.find(MAX.id())).isEqualTo(MAX);
        assertThat(again.size()).isEqualTo(1);
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
        assertThat(EMPTY.with(next).with(deleted).at(Address.of("max@acme.io"))).isEqualTo(next);
        assertThat(EMPTY.with(deleted).with(next).named("max@acme.io")).isEqualTo(next);
    }

    @Test
    void an_old_snapshot_stays_as_it_was() {
        Snapshot before = EMPTY.with(MAX);
        Snapshot unused = before.with(Someone.saying(MAX, "{'userName':'other@acme.io'}"));
        assertThat(before.named("max@acme.io")).isEqualTo(MAX);
        assertThat(unused.named("max@acme.io")).isNull();
        assertThat(EMPTY.size()).isZero();
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
            snapshot = snapshot.with(Someone.saying(user, said).wishing(Someone.met(desired)));
        }
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
            before = before.with(Someone.born(Someone.called("p" + i + "@acme.io"), i / 3));
        }
        Snapshot after = before.with(Someone.born(Someone.called("a-new-one@acme.io"), 1000));
        List<User> paged = new ArrayList<>();
        for (int start = 1; start <= 26; start += 7) {
            List<User> page = before.find(new Query(null, null, start, 7)).users();
            assertThat(after.find(new Query(null, null, start, 7)).users()).startsWith(page.toArray(User[]::new));
            paged.addAll(page);
        }
        assertThat(paged).doesNotHaveDuplicates().hasSize(25);
        assertThat(paged).isEqualTo(before.find(new Query(null, null, 1, 1000)).users());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "active eq false"})
    void a_page_beyond_the_end_or_of_none_still_tells_the_total(String filter) {
        Snapshot three = EMPTY.with(Someone.called("a@acme.io"))
                .with(Someone.called("b@acme.io"))
                .with(Someone.called("c@acme.io"));
        Criterion criterion = filter.isEmpty() ? null : Criterion.parse(filter, ResourceSchema.USER);
        for (Query query : List.of(
                new Query(criterion, null, 4, 10),
                new Query(criterion, null, Integer.MAX_VALUE, Integer.MAX_VALUE),
                new Query(criterion, null, 1, 0))) {
            Page page = three.find(query);
            assertThat(page.total()).isEqualTo(3);
            assertThat(page.users()).isEmpty();
            assertThat(page.startIndex()).isEqualTo(query.startIndex());
        }
        assertThat(three.find(new Query(criterion, null, 2, 1)).users()).hasSize(1);
    }

    @Test
    void a_sorted_list_is_sorted_before_it_is_cut() {
        Snapshot people = EMPTY;
        for (String name : List.of("c", "a", "d", "b")) {
            people = people.with(Someone.born(Someone.called(name + "@acme.io"), people.size()));
        }
        var order = Ordering.by("userName", "descending", ResourceSchema.USER);
        assertThat(people.find(new Query(null, order, 2, 2)).users())
                .extracting(user -> user.identity().address().value())
                .containsExactly("c@acme.io", "b@acme.io");
    }

    private static List<String> ids(Snapshot snapshot, String filter) {
        Criterion criterion = Criterion.parse(filter, ResourceSchema.USER);
        return snapshot.find(new Query(criterion, null, 1, 1000)).users().stream()
                .map(user -> user.id().toString())
                .toList();
    }

    private static String pick(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
