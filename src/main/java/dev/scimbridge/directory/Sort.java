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

    int compare(T one, T other) {
        int byKey = order == null ? 0 : order.compare(key(one), key(other));
        return byKey != 0 ? byKey : directed(places.apply(one).compareTo(places.apply(other)));
    }

    Mark mark(T entry) {
        Place place = places.apply(entry);
        return new Mark(key(entry), place.born(), place.id());
    }

    /** Which comes first, as {@link java.util.Comparator} says it; a mark stands where its entry stood. */
    int compare(Mark mark, T entry) {
        return compare(new Keyed<>(entry, mark.key(), new Place(mark.born(), mark.id())), keyed(entry));
    }

    private int compare(Keyed<T> one, Keyed<T> other) {
        int byKey = order == null ? 0 : order.compare(one.key, other.key);
        return byKey != 0 ? byKey : directed(one.place.compareTo(other.place));
    }

    private int directed(int byPlace) {
        return order != null && order.isDescending() ? -byPlace : byPlace;
    }

    List<T> sorted(List<T> entries) {
        return entries.stream()
                .map(this::keyed)
                .sorted(this::compare)
                .map(Keyed::entry)
                .toList();
    }

    /** An entry and what it is sorted by, which is asked for once. */
    private record Keyed<T>(T entry, @Nullable String key, Place place) {}

    private Keyed<T> keyed(T entry) {
        return new Keyed<>(entry, key(entry), places.apply(entry));
    }
}
