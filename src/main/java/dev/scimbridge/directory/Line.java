package dev.scimbridge.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Entries one after the other. */
sealed interface Line<T> {
    int size();

    /** From the n-th (counting from 0), at most so many. */
    List<T> part(int from, int count);

    void each(Consumer<? super T> entries);

    /** How many there are up to a mark. {@code way} says how the mark compares with an entry. */
    int upTo(ToIntFunction<T> way);

    /**
     * An order that is kept, from its beginning or from its end: no walk to the n-th.
     *
     * @param entry of what it is ordered by
     */
    record Kept<K, T>(Ranked<K> entries, Function<K, T> entry, boolean backwards) implements Line<T> {
        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public List<T> part(int from, int count) {
            int begin = Math.min(from, size());
            int end = (int) Math.min((long) begin + count, size());
            List<T> part = new ArrayList<>(end - begin);
            entries.slice(backwards ? size() - end : begin, end - begin, each -> part.add(entry.apply(each)));
            if (backwards) {
                Collections.reverse(part);
            }
            return part;
        }

        @Override
        public void each(Consumer<? super T> some) {
            if (backwards) {
                part(0, size()).forEach(some);
            } else {
                entries.each(each -> some.accept(entry.apply(each)));
            }
        }

        @Override
        public int upTo(ToIntFunction<T> way) {
            return backwards
                    ? size() - entries.leading(each -> way.applyAsInt(entry.apply(each)) < 0)
                    : entries.leading(each -> way.applyAsInt(entry.apply(each)) >= 0);
        }
    }

    /** An order made for one question. */
    record Made<T>(List<T> entries) implements Line<T> {
        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public List<T> part(int from, int count) {
            int begin = Math.min(from, size());
            return entries.subList(begin, (int) Math.min((long) begin + count, size()));
        }

        @Override
        public void each(Consumer<? super T> some) {
            entries.forEach(some);
        }

        @Override
        public int upTo(ToIntFunction<T> way) {
            int low = 0;
            int high = size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (way.applyAsInt(entries.get(middle)) >= 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
