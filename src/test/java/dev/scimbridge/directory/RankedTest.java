package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the platform's own sorted map. */
class RankedTest {
    private static final int KEYS = 120;

    /** One version and what must be in it. */
    private record Version(Ranked<Integer, String> ranked, TreeMap<Integer, String> expected) {
        void check() {
            assertThat(ranked.size()).isEqualTo(expected.size());
            List<String> values = List.copyOf(expected.values());
            assertThat(each(ranked)).isEqualTo(values);
            for (int from = 0; from <= values.size() + 1; from++) {
                assertThat(slice(ranked, from, 3))
                        .isEqualTo(values.subList(Math.min(from, values.size()), Math.min(from + 3, values.size())));
            }
            for (int key = 0; key < KEYS; key++) {
                assertThat(ranked.find(key)).isEqualTo(expected.get(key));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void it_is_a_sorted_map_and_every_old_version_stays_as_it_was(long seed) {
        Random random = new Random(seed);
        List<Version> versions = new ArrayList<>();
        Version now = new Version(Ranked.empty(Comparator.naturalOrder()), new TreeMap<>());
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
        TreeMap<Integer, String> expected = new TreeMap<>(version.expected());
        int key = random.nextInt(KEYS);
        if (random.nextInt(10) < (step < 300 ? 7 : 3)) {
            expected.put(key, "v" + step);
            return new Version(version.ranked().with(key, "v" + step), expected);
        }
        expected.remove(key);
        return new Version(version.ranked().without(key), expected);
    }

    @Test
    void whatever_the_order_of_changes_no_search_takes_more_than_a_few_steps() {
        int[] compared = {0};
        Comparator<Integer> counting = (one, other) -> {
            compared[0]++;
            return one.compareTo(other);
        };
        Ranked<Integer, Integer> ranked = Ranked.empty(counting);
        for (int key = 0; key < 20_000; key++) {
            ranked = ranked.with(key, key);
        }
        for (int key = 0; key < 15_000; key++) {
            ranked = ranked.without(key);
        }
        // Each side weighs at most three quarters of the whole.
        int deepest = (int) Math.ceil(Math.log(ranked.size() + 1) / Math.log(4.0 / 3)) + 1;
        for (int key = 15_000; key < 20_000; key++) {
            compared[0] = 0;
            assertThat(ranked.find(key)).isEqualTo(key);
            assertThat(compared[0]).isLessThanOrEqualTo(deepest);
        }
    }

    @Test
    void a_slice_of_nothing_is_empty_and_one_without_bounds_is_everything() {
        Ranked<Integer, String> ranked = Ranked.<Integer, String>empty(Comparator.naturalOrder())
                .with(2, "two")
                .with(1, "one");
        assertThat(slice(ranked, 0, 0)).isEmpty();
        assertThat(slice(ranked, 1, Integer.MAX_VALUE)).containsExactly("two");
        assertThat(slice(ranked, Integer.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
        assertThat(slice(ranked, 0, Integer.MAX_VALUE)).containsExactly("one", "two");
    }

    private static List<String> each(Ranked<Integer, String> ranked) {
        List<String> values = new ArrayList<>();
        ranked.each(values::add);
        return values;
    }

    private static List<String> slice(Ranked<Integer, String> ranked, int from, int count) {
        List<String> values = new ArrayList<>();
        ranked.slice(from, count, values::add);
        return values;
    }
}
