package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the platform's own map and list. */
class HashedTest {
    private static final int KEYS = 60;

    /** A key whose hash many share, some of them in their first bits only. */
    private record Key(int number) {
        @Override
        public int hashCode() {
            return number % 3 == 0 ? number % 2 : number % 7 << 27;
        }
    }

    private record Thing(int serial, @Nullable Key key) {}

    /** One version and what must be in it, in the order in which it came. */
    private record Version(Hashed<Key, Thing> hashed, List<Thing> expected) {
        void check() {
            List<Thing> there = new ArrayList<>();
            hashed.each(there::add);
            assertThat(there).containsExactlyInAnyOrderElementsOf(expected);
            for (int number = 0; number < KEYS; number++) {
                Key key = new Key(number);
                List<Thing> known =
                        expected.stream().filter(each -> key.equals(each.key)).toList();
                assertThat(hashed.all(key)).isEqualTo(known);
                assertThat(hashed.candidates(key))
                        .filteredOn(each -> key.equals(each.key))
                        .isEqualTo(known);
                assertThat(hashed.find(key)).isSameAs(known.isEmpty() ? null : known.get(0));
                for (Thing each : hashed.candidates(key)) {
                    assertThat(hashed.isOnly(key, each))
                            .isEqualTo(hashed.candidates(key).size() == 1);
                    assertThat(hashed.isOnly(key, new Thing(each.serial, each.key)))
                            .isFalse();
                }
                assertThat(known).allMatch(each -> hashed.holds(key, each));
                assertThat(known).noneMatch(each -> hashed.holds(key, new Thing(each.serial, each.key)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void it_finds_all_and_every_old_version_stays_as_it_was(long seed) {
        Random random = new Random(seed);
        List<Version> versions = new ArrayList<>();
        Version now = new Version(Hashed.by(Thing::key), List.of());
        for (int step = 0; step < 600; step++) {
            now = changed(now, random, step);
            if (step % 20 == 0) {
                versions.add(now);
            }
        }
        versions.add(now);
        versions.forEach(Version::check);
    }

    /** Grows for a while, then shrinks. */
    private static Version changed(Version version, Random random, int step) {
        List<Thing> expected = new ArrayList<>(version.expected);
        boolean some = !expected.isEmpty();
        int change = random.nextInt(10);
        int place = some ? random.nextInt(expected.size()) : 0;
        if (!some || change < (step < 300 ? 6 : 2)) {
            Thing comes = new Thing(step, new Key(random.nextInt(KEYS)));
            expected.add(comes);
            return new Version(version.hashed.moved(null, comes), expected);
        }
        Thing was = expected.remove(place);
        if (change < 8) {
            return new Version(version.hashed.moved(was, null), expected);
        }
        boolean renamed = change == 9;
        Thing is = new Thing(step, renamed ? new Key(random.nextInt(KEYS)) : was.key);
        expected.add(Objects.equals(is.key, was.key) ? place : expected.size(), is);
        return new Version(version.hashed.moved(was, is), expected);
    }

    @Test
    void what_has_no_key_is_not_in_it_until_it_has() {
        Thing nameless = new Thing(1, null);
        Thing named = new Thing(1, new Key(4));
        Hashed<Key, Thing> none = Hashed.by(Thing::key);
        Hashed<Key, Thing> still = none.moved(null, nameless);
        new Version(still, List.of()).check();
        new Version(still.moved(nameless, named), List.of(named)).check();
        new Version(still.moved(nameless, named).moved(named, nameless), List.of()).check();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 33, 400})
    void what_is_filled_at_once_is_as_if_it_had_come_one_by_one(int size) {
        Random random = new Random(size);
        List<Thing> things = new ArrayList<>();
        for (int serial = 0; serial < size; serial++) {
            things.add(new Thing(serial, random.nextInt(9) == 0 ? null : new Key(random.nextInt(KEYS))));
        }
        Hashed<Key, Thing> none = Hashed.by(Thing::key);
        List<Thing> expected = new ArrayList<>(things);
        expected.removeIf(thing -> thing.key == null);
        Version now = new Version(none.filled(things), expected);
        now.check();
        for (int step = 0; step < 40; step++) {
            now = changed(now, random, size + step);
            now.check();
        }
    }

    @Test
    void a_hundred_thousand_are_found() {
        Hashed<Integer, Integer> hashed = Hashed.by(number -> number);
        Map<Integer, Integer> expected = new HashMap<>();
        for (int number = 0; number < 100_000; number++) {
            hashed = hashed.moved(null, number);
            expected.put(number, number);
        }
        Map<Integer, Integer> there = new HashMap<>();
        hashed.each(number -> there.put(number, number));
        assertThat(there).isEqualTo(expected);
        assertThat(hashed.find(99_999)).isEqualTo(99_999);
        assertThat(hashed.find(100_000)).isNull();
    }
}
