package dev.scimbridge.directory;

import dev.scimbridge.directory.Listed.Asking;
import dev.scimbridge.scim.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps those of many entries that match a filter. They are tested some at a time, when what the filter asks about has been
 * brought near for all of these: in a loop so short that a processor asks the memory for many things at once, and waits for
 * all of them about as long as it would for each.
 */
final class Sieve<T> implements Consumer<T> {
    private static final int AT_A_TIME = 32;

    private final Criterion filter;
    private final Asking<T> asking;
    private final List<T> found = new ArrayList<>();
    private final List<T> entries = new ArrayList<>(AT_A_TIME);

    /** Of no use but that the compiler must not leave out what it is made of. */
    private long near;

    Sieve(Criterion filter, Asking<T> asking) {
        this.filter = filter;
        this.asking = asking;
    }

    @Override
    public void accept(T entry) {
        entries.add(entry);
        if (entries.size() == AT_A_TIME) {
            test();
        }
    }

    private void test() {
        bringNear();
        for (T entry : entries) {
            if (filter.matches(asking.shown().apply(entry))) {
                found.add(entry);
            }
        }
        entries.clear();
    }

    private void bringNear() {
        long sum = near;
        for (int i = 0; i < entries.size(); i++) {
            sum += asking.near().applyAsInt(entries.get(i));
        }
        near = sum;
    }

    /** Those that match of all that came, in their order. */
    List<T> found() {
        test();
        return found;
    }
}
