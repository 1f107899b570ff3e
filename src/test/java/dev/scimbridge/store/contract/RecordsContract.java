package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.Course;
import dev.scimbridge.directory.Identity;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written is read back whole. */
public abstract class RecordsContract extends Contract {
    protected RecordsContract(StoreKit kit) {
        super(kit);
    }

    private static List<User> strangers(long seed, int count) {
        return Stream.generate(new Strangers(seed)::next).limit(count).toList();
    }

    @Test
    void every_form_of_record_is_read_back_whole() {
        Store store = kit.open();
        List<User> people = strangers(1, 600);
        put(store, people.toArray(User[]::new));
        assertWork(
                        store,
                        t -> people.stream()
                                .map(each -> t.people().find(each.id()))
                                .toList())
                .isEqualTo(people);
        assertThat(loaded(store)).containsExactlyInAnyOrderElementsOf(people);
    }

    @Test
    void the_strangers_of_these_tests_come_in_every_form() {
        List<User> people = strangers(1, 600);
        assertThat(people.stream()
                        .map(each -> each.observation().state().getClass())
                        .collect(Collectors.toSet()))
                .hasSize(6);
        assertThat(people.stream()
                        .filter(User::isManaged)
                        .map(each -> each.wish().desired().getClass())
                        .collect(Collectors.toSet()))
                .hasSize(3);
        assertThat(people.stream()
                        .filter(each -> each.observation().last() != null)
                        .map(each -> each.observation().last())
                        .map(last ->
                                last.command().getClass() + " " + last.end().ending())
                        .collect(Collectors.toSet()))
                .hasSize(12);
    }

    @Test
    void a_later_version_takes_the_place_of_the_earlier_one_whole() {
        Store store = kit.open();
        List<User> before = strangers(2, 200);
        List<User> other = strangers(3, 200);
        put(store, before.toArray(User[]::new));
        List<User> changed = IntStream.range(0, before.size())
                .mapToObj(i -> second(before.get(i), other.get(i)))
                .toList();
        put(store, changed.toArray(User[]::new));
        assertThat(loaded(store)).containsExactlyInAnyOrderElementsOf(changed);
    }

    /** By its id, its address, and as what the same transaction has written before. */
    @Test
    void so_it_does_when_the_earlier_one_was_read_first() {
        Store store = kit.open();
        List<User> before = strangers(6, 600);
        List<User> other = strangers(7, 600);
        List<User> third = strangers(8, 600);
        put(store, before.toArray(User[]::new));
        List<User> changed = new ArrayList<>();
        await(store.write(transaction -> {
            for (int i = 0; i < before.size(); i++) {
                User person = before.get(i);
                User read = i % 2 == 0
                        ? transaction.people().find(person.id())
                        : transaction.people().at(person.identity().address()).get(0);
                User next = second(Objects.requireNonNull(read), other.get(i));
                transaction.people().put(next);
                User last = Cast.version(second(next, third.get(i)), 3);
                transaction.people().put(i % 3 == 0 ? last : Cast.next(next));
                changed.add(i % 3 == 0 ? last : Cast.next(next));
            }
            return null;
        }));
        assertThat(loaded(store)).containsExactlyInAnyOrderElementsOf(changed);
    }

    /** The second version of a person, in which everything else is different. */
    private static User second(User person, User into) {
        return new User(
                person.identity(),
                into.said(),
                into.wish(),
                into.held(),
                into.observation(),
                into.account(),
                into.course(),
                Cast.next(into).meta());
    }

    @Test
    void intents_are_read_back_whole_and_the_latest_counts() {
        Store store = kit.open();
        List<User> people = strangers(4, 200);
        await(store.write(transaction -> {
            for (User person : people) {
                transaction.intents().put(second(person, Cast.stranger("max@acme.io")));
                transaction.intents().put(person);
            }
            return null;
        }));
        assertWork(
                        store,
                        t -> people.stream()
                                .map(each -> t.intents().find(each.id()))
                                .toList())
                .isEqualTo(people);
    }

    @Test
    void all_are_loaded_however_many() {
        Store store = kit.open();
        List<User> people = strangers(5, 1200);
        put(store, people.toArray(User[]::new));
        assertThat(ids(loaded(store))).hasSize(1200).hasSameElementsAs(ids(people));
    }

    private static List<UUID> ids(List<User> people) {
        return people.stream().map(User::id).toList();
    }

    /** Many parts, so that there is more to be read than anybody reads ahead. */
    @Test
    void a_load_ends_as_soon_as_nobody_takes_what_is_read() {
        Store store = kit.open();
        put(store, strangers(9, 8_000).toArray(User[]::new));
        IllegalStateException enough = new IllegalStateException("enough");
        assertThatThrownBy(() -> store.load(part -> {
                    throw enough;
                }))
                .isSameAs(enough);
        assertThat(loaded(store)).hasSize(8_000);
    }

    @Test
    void a_store_that_is_closed_loads_nothing() {
        Store store = kit.open();
        put(store, Cast.stranger("max@acme.io"));
        store.close();
        assertThatThrownBy(() -> loaded(store)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void those_who_share_an_address_are_found_latest_generation_first() {
        Store store = kit.open();
        User first = Cast.stranger("max@acme.io");
        User second = generation(first, 1);
        User third = generation(first, 2);
        put(store, second, first, third, Cast.stranger("eva@acme.io"));
        Address address = Address.of("max@acme.io");
        assertWork(store, t -> t.people().at(address)).isEqualTo(List.of(third, second, first));
        assertWork(store, t -> t.people().at(Address.of("nobody@acme.io"))).isEqualTo(List.of());
    }

    @Test
    void who_has_come_to_an_address_since_it_was_asked_about_is_found_there_when_it_is_asked_again() {
        Store store = kit.open();
        User first = Cast.stranger("max@acme.io");
        User second = generation(first, 1);
        User third = generation(first, 2);
        Address address = Address.of("max@acme.io");
        await(store.write(t -> {
            assertThat(t.people().at(address)).isEmpty();
            t.people().put(first);
            assertThat(t.people().at(address)).containsExactly(first);
            assertThat(t.people().add(second)).isTrue();
            assertThat(t.people().at(address)).containsExactly(second, first);
            t.people().put(third);
            return assertThat(t.people().at(address)).containsExactly(third, second, first);
        }));
    }

    @Test
    void people_are_found_by_the_userName_they_were_given_in_any_case() {
        Store store = kit.open();
        User max = Cast.named(Cast.stranger("max@acme.io"), "Max ÄSS");
        User gone = Cast.desired(Cast.named(Cast.stranger("gone@acme.io"), "max äss"), new Desired.Deleted());
        put(store, max, gone, Cast.named(Cast.stranger("eva@acme.io"), "Max"), Cast.stranger("nemo@acme.io"));
        assertWork(store, t -> Set.copyOf(t.people().named("mAX äSS"))).isEqualTo(Set.of(max, gone));
        assertWork(store, t -> t.people().named("eva@acme.io")).isEqualTo(List.of());
        put(store, Cast.next(Cast.named(max, "Moritz")));
        assertWork(store, t -> t.people().named("Max ÄSS")).isEqualTo(List.of(gone));
    }

    @Test
    void people_are_found_by_a_userName_that_is_their_address_too() {
        Store store = kit.open();
        User max = Cast.named(Cast.stranger("max@acme.io"), "Max@Acme.io");
        User other = Cast.named(Cast.stranger("eva@acme.io"), "max@acme.io");
        put(store, max, other, Cast.stranger("nemo@acme.io"));
        assertWork(store, t -> Set.copyOf(t.people().named("MAX@acme.io"))).isEqualTo(Set.of(max, other));
        assertWork(store, t -> t.people().named("nemo@acme.io")).isEqualTo(List.of());
        User renamed = Cast.next(Cast.named(max, "Moritz"));
        put(store, renamed);
        assertWork(store, t -> t.people().named("max@acme.io")).isEqualTo(List.of(other));
        User again = Cast.next(Cast.named(renamed, "max@ACME.io"));
        put(store, again);
        assertWork(store, t -> Set.copyOf(t.people().named("max@acme.io"))).isEqualTo(Set.of(again, other));
    }

    @Test
    void times_are_kept_to_the_microsecond_rounded_down() {
        Store store = kit.open();
        User person = Cast.stranger("max@acme.io")
                .on(new Course(State.SETTLED, "", Cast.NOON.plusNanos(1_999), Cast.NOON.minusNanos(1)));
        put(store, person);
        Course course = loaded(store).get(0).course();
        assertThat(course.since()).isEqualTo(Cast.NOON.plusNanos(1_000));
        assertThat(course.due()).isEqualTo(Cast.NOON.minusNanos(1_000));
    }

    private static User generation(User user, int generation) {
        Identity identity = Identity.mint(Cast.NAMESPACE, user.identity().address(), generation);
        return new User(
                identity,
                user.said(),
                user.wish(),
                user.held(),
                user.observation(),
                user.account(),
                user.course(),
                user.meta());
    }
}
