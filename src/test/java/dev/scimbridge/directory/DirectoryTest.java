package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryTest {
    private static final Presentation PRESENTATION = new Presentation(AccountTypeRules.DEFAULT);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whoever_comes_while_it_is_shut_is_where_they_would_be_one_after_the_other(long seed) {
        Random random = new Random(seed);
        Directory directory = new Directory(PRESENTATION);
        Snapshot expected = Snapshot.empty(PRESENTATION);
        for (int commit = 1; commit < 12; commit++) {
            List<User> people = commit(random, commit);
            directory.publish(new Changes(people, List.of(), Map.of()));
            for (User each : people) {
                expected = expected.with(Changes.of(each));
            }
            if (random.nextInt(3) == 0) {
                assertSame(directory.snapshot(), expected);
            }
        }
        directory.open();
        assertSame(directory.snapshot(), expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void who_is_on_record_is_listed_in_order_in_whichever_they_are_taken_in(long seed) {
        Random random = new Random(seed);
        List<User> people = new ArrayList<>();
        Snapshot expected = Snapshot.empty(PRESENTATION);
        for (int i = 0; i < 300; i++) {
            User user = Someone.member("p" + i + "@acme.io", AccountType.DEVELOPER)
                    .known(new Account(null, null, "one of ten " + i % 10));
            people.add(Someone.born(user, 1 + i));
            expected = expected.with(Changes.of(people.get(i)));
        }
        Collections.shuffle(people, random);
        Directory directory = new Directory(PRESENTATION);
        Filling filling = directory.filling();
        filling.add(new Changes(people.subList(0, 100), List.of(), Map.of()));
        filling.add(new Changes(people.subList(100, 300), List.of(), Map.of()));
        directory.publish(filling);
        assertSame(directory.snapshot(), expected);
        for (int i = 0; i < 10; i++) {
            String uid = "one of ten " + i;
            assertThat(directory.snapshot().people().withUid(uid))
                    .isEqualTo(expected.people().withUid(uid));
        }
    }

    @Test
    void what_is_committed_once_it_is_open_is_read_at_once() {
        Directory directory = new Directory(PRESENTATION);
        assertThat(directory.opening().toCompletableFuture()).isNotDone();
        directory.open();
        assertThat(directory.opening().toCompletableFuture()).isDone();
        User max = Someone.member("max@acme.io", AccountType.DEVELOPER);
        directory.publish(Changes.of(max));
        assertThat(directory.snapshot().people().find(max.id())).isEqualTo(max);
    }

    /** Sometimes many more than there are, and some who were there before. */
    private static List<User> commit(Random random, int number) {
        List<User> people = new ArrayList<>();
        int count = random.nextBoolean() ? 1 + random.nextInt(3) : random.nextInt(200);
        for (int i = 0; i < count; i++) {
            String address = "p" + random.nextInt(300) + "@acme.io";
            User user = Someone.born(Someone.member(address, AccountType.DEVELOPER), 1 + address.hashCode() % 5);
            String said = "{'userName':'" + address + "','externalId':'" + number + "'}";
            Desired desired = random.nextInt(8) == 0 ? new Desired.Deleted() : Someone.active(null);
            people.add(Someone.saying(user, said).wishing(Someone.met(desired)));
        }
        return people;
    }

    private static void assertSame(Snapshot one, Snapshot other) {
        assertThat(one.users(Query.page(null, null, 1, 1000))).isEqualTo(other.users(Query.page(null, null, 1, 1000)));
        assertThat(one.people().size()).isEqualTo(other.people().size());
        for (int i = 0; i < 300; i++) {
            Address address = Address.of("p" + i + "@acme.io");
            assertThat(one.people().at(address)).isEqualTo(other.people().at(address));
        }
    }
}
