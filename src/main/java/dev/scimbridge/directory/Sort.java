package dev.scimbridge.directory;

import dev.scimbridge.directory.Listed.Place;
import dev.scimbridge.scim.Ordering;
import dev.scimbridge.scim.Subject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How entries of a list come one after the other: by what is asked for, and those alike in it as first known. A
 * descending order is the ascending one read from its end.
 *
 * @param order null for as first known
 */
record Sort<T>(@Nullable Ordering order, Function<T, ? extends Subject> shown, Function<T, Place> places) {

    /** What an entry is sorted by; null if it has none. */
    @Nullable
    String key(T entry) {
        return order == null ? null : order.key(shown.apply(entry));
    }

    Mark mark(T entry) {
        Place place = places.apply(entry);
        return new Mark(key(entry), place.born(), place.id());
    }

    /** Which comes first, as {@link java.util.Comparator} says it; a mark stands where its entry stood. */
    int compare(Mark mark, T entry) {
        int byKey = order == null ? 0 : order.compare(mark.key(), key(entry));
        return byKey != 0 ? byKey : directed(new Place(mark.born(), mark.id()), entry);
    }

    /** The same of two entries. */
    int compare(Keyed<T> one, Keyed<T> other) {
        int byKey = order == null ? 0 : order.compare(one.key, other.key);
        return byKey != 0 ? byKey : directed(places.apply(one.entry), other.entry);
    }

    /** A mark of where an entry stands, which never contradicts the comparison: less if it comes first, or the same. */
    long coarse(Keyed<T> one) {
        return order == null ? places.apply(one.entry).born() : order.coarse(one.key);
    }

    private int directed(Place one, T other) {
        int byPlace = one.compareTo(places.apply(other));
        return order != null && order.isDescending() ? -byPlace : byPlace;
    }

    /** One is in order without being asked what it is sorted by. */
    List<T> sorted(List<T> entries) {
        if (entries.size() < 2) {
            return entries;
        }
        return entries.stream()
                .map(this::keyed)
                .sorted(this::compare)
                .map(Keyed::entry)
                .toList();
    }

    /** An entry and what it is sorted by, which is asked for once: it may have to be unpacked. */
    record Keyed<T>(T entry, @Nullable String key) {}

    Keyed<T> keyed(T entry) {
        return new Keyed<>(entry, key(entry));
    }
}
