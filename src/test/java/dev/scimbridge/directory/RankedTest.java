package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the platform's own sorted map. */
class RankedTest {
    private static final Comparator<Entry> ORDER = Comparator.comparingInt(Entry::key);
    private static final int THREE_LEVELS = 20_000;

    /** Equal in the order to whatever has its key. */
    private record Entry(int key, int serial) {}

    /** One version and what must be in it. */
    private record Version(Ranked<Entry> ranked, TreeMap<Integer, Entry> expected) {
        static Version empty(ToLongFunction<Entry> coarse) {
            return new Version(Ranked.empty(coarse, ORDER), new TreeMap<>());
        }

        Version with(Entry entry) {
            expected.put(entry.key, entry);
            return new Version(ranked.with(entry), expected);
        }

        Version without(int key) {
            expected.remove(key);
            return new Version(ranked.without(new Entry(key, -1)), expected);
        }

        /** To be looked at later: what is expected of this one changes no more. */
        Version kept() {
            return new Version(ranked, new TreeMap<>(expected));
        }

        void check(Random random) {
            RankedShape.check(ranked);
            assertThat(ranked.size()).isEqualTo(expected.size());
            List<Entry> entries = List.copyOf(expected.values());
            assertThat(each(ranked)).isEqualTo(entries);
            int keys = expected.isEmpty() ? 1 : expected.lastKey() + 2;
            for (int i = 0; i < 200; i++) {
                int from = Math.min(entries.size(), random.nextInt(entries.size() + 2));
                int count = random.nextInt(150);
                assertThat(slice(ranked, from, count))
                        .isEqualTo(entries.subList(from, Math.min(from + count, entries.size())));
                int key = random.nextInt(keys);
                assertThat(ranked.has(new Entry(key, -1))).isEqualTo(expected.containsKey(key));
                assertThat(ranked.leading(entry -> entry.key < key))
                        .isEqualTo(expected.headMap(key).size());
                assertThat(ranked.leading(entry -> entry.key <= key))
                        .isEqualTo(expected.headMap(key, true).size());
            }
        }
    }

    /** Of a coarse mark, so many keys share one. */
    private static ToLongFunction<Entry> shared(int by) {
        return entry -> Math.floorDiv(entry.key - THREE_LEVELS, by);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 2", "700, 3", "1000000, 5"})
    void it_is_a_sorted_set_and_every_old_version_stays_as_it_was(int sharing, long seed) {
        Random random = new Random(seed);
        List<Version> versions = new ArrayList<>();
        Version now = Version.empty(shared(sharing));
        for (int step = 0; step < 3 * THREE_LEVELS; step++) {
            if (step % (THREE_LEVELS / 4) == 0) {
                versions.add(now.kept());
            }
            now = changed(now, random, step);
        }
        versions.add(now.kept());
        List<Integer> left = new ArrayList<>(now.expected.keySet());
        Collections.shuffle(left, random);
        for (int i = 0; i < left.size(); i++) {
            now = now.without(left.get(i));
            if (i % 2000 == 0 || i > left.size() - 70) {
                RankedShape.check(now.ranked);
            }
        }
        versions.add(now);
        assertThat(now.ranked.size()).isZero();
        versions.forEach(version -> version.check(random));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64, 65, 64 * 64, 64 * 64 + 1, THREE_LEVELS})
    void what_is_filled_at_once_is_as_if_it_had_come_one_by_one(int size) {
        List<Entry> entries = new ArrayList<>();
        Version expected = Version.empty(shared(7));
        for (int key = 0; key < size; key++) {
            entries.add(new Entry(key, key));
            expected = expected.with(entries.get(key));
        }
        Collections.shuffle(entries, new Random(size));
        Ranked<Entry> none = Version.empty(shared(7)).ranked;
        Version filled = new Version(none.filled(none.sorted(entries)), new TreeMap<>(expected.expected));
        filled.check(new Random(size));
        RankedShape.check(filled.ranked);
        Version later = filled.with(new Entry(size / 2, -1)).without(size / 3).with(new Entry(size + 1, 0));
        later.check(new Random(size));
        RankedShape.check(later.ranked);
    }

    /** Grows for a while, then shrinks; sometimes in a row. */
    private static Version changed(Version version, Random random, int step) {
        boolean grows = random.nextInt(10) < (step < 2 * THREE_LEVELS ? 8 : 3);
        boolean near = step / 500 % 3 == 0;
        int key = near ? 10_000 + step % 5000 : random.nextInt(2 * THREE_LEVELS);
        return grows ? version.with(new Entry(key, step)) : version.without(key);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void it_can_be_emptied_from_either_end(boolean fromFirst) {
        Version now = Version.empty(shared(1));
        for (int key = 0; key < THREE_LEVELS; key++) {
            now = now.with(new Entry(key, 0));
        }
        while (now.ranked.size() > 0) {
            now = now.without(fromFirst ? now.expected.firstKey() : now.expected.lastKey());
            if (now.ranked.size() % 997 == 0) {
                now.check(new Random(1));
            }
        }
    }

    @Test
    void what_comes_in_order_fills_its_leaves() {
        Ranked<Entry> ranked = Ranked.empty(Entry::key, ORDER);
        for (int key = 0; key < THREE_LEVELS; key++) {
            ranked = ranked.with(new Entry(key, 0));
        }
        assertThat(RankedShape.levels(ranked)).isEqualTo(3);
        assertThat(RankedShape.check(ranked)).isEqualTo((THREE_LEVELS + RankedNode.MOST - 1) / RankedNode.MOST);
    }

    @Test
    void a_coarse_mark_that_tells_saves_the_look_at_the_entries() {
        int[] compared = {0};
        Comparator<Entry> counting = (one, other) -> {
            compared[0]++;
            return ORDER.compare(one, other);
        };
        Ranked<Entry> ranked = Ranked.empty(Entry::key, counting);
        for (int key = 0; key < THREE_LEVELS; key++) {
            ranked = ranked.with(new Entry(key, 0));
        }
        for (int key = 0; key < THREE_LEVELS; key++) {
            compared[0] = 0;
            assertThat(ranked.has(new Entry(key, 1))).isTrue();
            assertThat(compared[0]).isLessThanOrEqualTo(RankedShape.levels(ranked) + 1);
        }
    }

    @Test
    void one_takes_the_place_of_another_wherever_that_was() {
        Ranked<Entry> none = Ranked.empty(Entry::key, ORDER);
        Entry one = new Entry(1, 1);
        Entry again = new Entry(1, 2);
        Entry elsewhere = new Entry(9, 3);
        assertThat(none.moved(null, null)).isSameAs(none);
        assertThat(each(none.moved(null, one))).containsExactly(one);
        assertThat(each(none.moved(null, one).moved(one, again))).containsExactly(again);
        assertThat(each(none.moved(null, one).moved(one, elsewhere))).containsExactly(elsewhere);
        assertThat(each(none.moved(null, one).moved(one, null))).isEmpty();
    }

    @Test
    void a_slice_of_nothing_is_empty_and_one_without_bounds_is_everything() {
        List<Entry> entries =
                IntStream.range(0, 100).mapToObj(key -> new Entry(key, 0)).toList();
        Ranked<Entry> ranked = Ranked.empty(Entry::key, ORDER);
        for (Entry entry : entries) {
            ranked = ranked.with(entry);
        }
        assertThat(slice(ranked, 0, 0)).isEmpty();
        assertThat(slice(ranked, 99, Integer.MAX_VALUE)).containsExactly(entries.get(99));
        assertThat(slice(ranked, Integer.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
        assertThat(slice(ranked, 0, Integer.MAX_VALUE)).isEqualTo(entries);
    }

    private static List<Entry> each(Ranked<Entry> ranked) {
        List<Entry> entries = new ArrayList<>();
        ranked.each(entries::add);
        return entries;
    }

    private static List<Entry> slice(Ranked<Entry> ranked, int from, int count) {
        List<Entry> entries = new ArrayList<>();
        ranked.slice(from, count, entries::add);
        return entries;
    }
}
