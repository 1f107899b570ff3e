package dev.scimbridge.http.scim.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.Beside;
import dev.scimbridge.http.scim.read.Copies.Key;
import dev.scimbridge.scim.Criterion.Equality;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** For whom a copy is good, and how many there are. */
class CopiesTest {
    private static final Site HERE = new Site("https://here/");
    private static final byte[] BYTES = {1};

    private static final UUID ID = UUID.randomUUID();

    private final Copies copies = new Copies(1 << 20);

    private static Key key(Object resource, Beside beside, Site at) {
        return new Key(ID, resource, beside, at);
    }

    @Test
    void a_copy_is_good_for_one_record_one_showing_and_one_site() {
        Object resource = List.of("one");
        copies.keep(key(resource, Beside.NOTHING, HERE), BYTES, "1");
        assertThat(copies.find(key(resource, new Beside(0, Instant.MIN), new Site("https://here/"))))
                .isSameAs(BYTES);
        assertThat(copies.find(key(List.of("one"), Beside.NOTHING, HERE)))
                .as("an equal record is another one")
                .isNull();
        assertThat(copies.find(key(resource, new Beside(1, Instant.MIN), HERE))).isNull();
        assertThat(copies.find(key(resource, new Beside(0, Instant.MAX), HERE))).isNull();
        assertThat(copies.find(key(resource, Beside.NOTHING, new Site("https://there/"))))
                .isNull();
    }

    @Test
    void by_its_id_the_copy_is_found_of_the_record_that_is_in_force_as_it_is_shown_here() {
        Object resource = List.of("one");
        Beside beside = new Beside(1, Instant.MIN);
        copies.keep(key(resource, beside, HERE), BYTES, "7");
        Copies.Copy copy = copies.find(ID, HERE, (each, shown) -> each == resource && shown.equals(beside));
        assertThat(copy).isNotNull();
        assertThat(copy.version()).isEqualTo("7");
        assertThat(copy.body().joined()).isEqualTo(BYTES);
        assertThat(copies.find(ID, HERE, (each, shown) -> false)).isNull();
        assertThat(copies.find(ID, new Site("https://there/"), (each, shown) -> true))
                .isNull();
        Copies single = new Copies(1);
        single.keep(key(resource, beside, HERE), BYTES, "7");
        IntStream.range(0, 1_000)
                .forEach(i -> assertThat(single.find(UUID.randomUUID(), HERE, (each, shown) -> true))
                        .as("another's, in the same place")
                        .isNull());
    }

    @Test
    void a_copy_is_found_by_the_name_it_was_kept_under_and_by_no_other() {
        Object resource = List.of("one");
        Object name = new Equality("username", "max@acme.io");
        copies.keep(new Key(name, resource, Beside.NOTHING, HERE), BYTES, "7");
        assertThat(copies.find(new Equality("username", "max@acme.io"), HERE, (each, shown) -> true))
                .isNotNull();
        assertThat(copies.find(new Equality("externalid", "max@acme.io"), HERE, (each, shown) -> true))
                .isNull();
        assertThat(copies.find(ID, HERE, (each, shown) -> true)).isNull();
    }

    @Test
    void those_that_share_a_place_are_each_found() {
        Copies few = new Copies(1);
        List<Key> keys = IntStream.range(0, 500)
                .mapToObj(i -> new Key(UUID.randomUUID(), List.of(i), Beside.NOTHING, HERE))
                .toList();
        for (int i = 0; i < keys.size(); i++) {
            few.keep(keys.get(i), BYTES, String.valueOf(i));
        }
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            Copies.Copy copy = few.find(key.name(), HERE, (each, shown) -> each == key.resource());
            assertThat(copy).isNotNull();
            assertThat(copy.version()).isEqualTo(String.valueOf(i));
            assertThat(few.find(key)).isSameAs(BYTES);
        }
    }

    @Test
    void a_later_copy_of_a_record_takes_the_place_of_the_one_before_it_and_of_no_other() {
        Object resource = List.of("one");
        Site there = new Site("https://there/");
        Beside later = new Beside(1, Instant.MAX);
        copies.keep(key(resource, Beside.NOTHING, HERE), BYTES, "1");
        copies.keep(key(resource, Beside.NOTHING, there), BYTES, "1");
        copies.keep(key(resource, later, HERE), BYTES, "1");
        assertThat(copies.find(key(resource, Beside.NOTHING, HERE))).isNull();
        assertThat(copies.find(key(resource, Beside.NOTHING, there))).isNotNull();
        assertThat(copies.find(key(resource, later, HERE))).isNotNull();
    }

    @Test
    void what_a_resource_says_now_takes_the_place_of_what_it_said_before_at_all_sites() {
        Site there = new Site("https://there/");
        Object before = List.of("before");
        copies.keep(key(before, Beside.NOTHING, HERE), BYTES, "1");
        copies.keep(key(before, Beside.NOTHING, there), BYTES, "1");
        copies.keep(key(List.of("now"), Beside.NOTHING, HERE), BYTES, "1");
        assertThat(copies.find(key(before, Beside.NOTHING, HERE))).isNull();
        assertThat(copies.find(key(before, Beside.NOTHING, there))).isNull();
    }

    @Test
    void however_many_are_kept_they_have_a_fixed_room_and_the_latest_stay() {
        byte[] large = new byte[10_000];
        List<Key> keys = IntStream.range(0, 2_000)
                .mapToObj(i -> new Key(UUID.randomUUID(), List.of(i), Beside.NOTHING, HERE))
                .toList();
        keys.forEach(each -> copies.keep(each, large, "1"));
        long kept = keys.stream().filter(each -> copies.find(each) != null).count();
        assertThat(kept * large.length).isBetween(1L, 1L << 20);
        assertThat(copies.find(keys.get(1_999))).isNotNull();
        copies.keep(key("large", Beside.NOTHING, HERE), new byte[100_000], "1");
        assertThat(copies.find(key("large", Beside.NOTHING, HERE))).isNull();
    }
}
