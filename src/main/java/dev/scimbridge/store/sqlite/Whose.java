package dev.scimbridge.store.sqlite;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Of whom a table has a row, where those are few and each write asks: read when first asked for, and kept from then on. */
final class Whose {
    private final Supplier<? extends Collection<UUID>> table;

    /** Null: to be read. */
    private @Nullable Set<UUID> known;

    private long changes;

    Whose(Supplier<? extends Collection<UUID>> table) {
        this.table = table;
    }

    boolean has(UUID person) {
        return known().contains(person);
    }

    boolean isEmpty() {
        return known().isEmpty();
    }

    /** Counts as a change also of one who is known: they may have been read after their row was written. */
    void add(UUID person) {
        known().add(person);
        changes++;
    }

    /** False if there was no row. */
    boolean remove(UUID person) {
        boolean removed = known().remove(person);
        changes += removed ? 1 : 0;
        return removed;
    }

    private Set<UUID> known() {
        Set<UUID> there = known;
        if (there == null) {
            there = new HashSet<>(table.get());
            known = there;
        }
        return there;
    }

    /** What to go {@link #back} to, should the work that comes now be undone. */
    long mark() {
        return changes;
    }

    void back(long mark) {
        if (changes != mark) {
            known = null;
        }
    }
}
