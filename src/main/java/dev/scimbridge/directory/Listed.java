package dev.scimbridge.directory;

import dev.scimbridge.directory.Sort.Keyed;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Ordering;
import dev.scimbridge.scim.Subject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What readers are shown in lists, in the order in which it was first known. Newcomers come last, so that they disturb
 * no page by index; a mark stays good whatever comes or goes.
 *
 * @param kept another order that is kept, because many ask for it; null if there is none
 */
record Listed<T>(
        Ranked<T> entries,
        Function<T, Place> places,
        @Nullable Kept<T> kept) {

    /** Where an entry stands as long as it is listed. */
    record Place(long born, UUID id) implements Comparable<Place> {
        private static final int BITS_OF_ID = 20;

        /** In the same order: many came by one commit, so a part of their id tells them apart without a look at them. */
        long coarse() {
            return (born << BITS_OF_ID) + (id.getMostSignificantBits() >> (Long.SIZE - BITS_OF_ID));
        }

        @Override
        public int compareTo(Place other) {
            int byBirth = Long.compare(born, other.born);
            return byBirth != 0 ? byBirth : id.compareTo(other.id);
        }
    }

    /**
     * How a list is asked.
     *
     * @param shown of an entry
     * @param near a number that is kept beside what filters mostly ask of an entry
     * @param few among whom all that match must be, null if among all
     */
    record Asking<T>(
            Function<T, ? extends Subject> shown,
            ToIntFunction<T> near,
            @Nullable List<T> few) {}

    /** All entries sorted in an ascending order. Of many at once that is done meanwhile, and waited for when it is needed. */
    private record Kept<T>(Sort<T> sort, Soon<Ranked<Keyed<T>>> entries) {
        Kept<T> moved(@Nullable T was, @Nullable T is) {
            Keyed<T> before = was == null ? null : sort.keyed(was);
            return new Kept<>(sort, Soon.now(entries.get().moved(before, is == null ? null : sort.keyed(is))));
        }

        Kept<T> filled(List<T> all) {
            return new Kept<>(sort, Soon.beside(() -> {
                Ranked<Keyed<T>> before = entries.get();
                return before.filled(before.sorted(all.stream().map(sort::keyed).toList()));
            }));
        }

        boolean isLike(Ordering order) {
            return sort.order() != null && sort.order().isLike(order);
        }
    }

    static <T> Listed<T> empty(Function<T, Place> places) {
        return new Listed<>(asKnown(places), places, null);
    }

    /** Of whom this ascending order is kept as well. */
    static <T> Listed<T> empty(Function<T, Place> places, Ordering order, Function<T, ? extends Subject> shown) {
        Sort<T> sort = new Sort<>(order, shown, places);
        Ranked<Keyed<T>> sorted = Ranked.empty(sort::coarse, sort::compare);
        return new Listed<>(asKnown(places), places, new Kept<>(sort, Soon.now(sorted)));
    }

    private static <T> Ranked<T> asKnown(Function<T, Place> places) {
        return Ranked.empty(entry -> places.apply(entry).coarse(), Comparator.comparing(places));
    }

    /** With one entry in the place of another; nothing was there if one comes, nothing is when one goes. */
    Listed<T> moved(@Nullable T was, @Nullable T is) {
        return new Listed<>(entries.moved(was, is), places, kept == null ? null : kept.moved(was, is));
    }

    /** These in the order in which they were first known. */
    List<T> sorted(Collection<T> all) {
        return entries.sorted(all);
    }

    /** With all of these, in that order, where there was nothing. */
    Listed<T> filled(List<T> all) {
        return new Listed<>(entries.filled(all), places, kept == null ? null : kept.filled(all));
    }

    int size() {
        return entries.size();
    }

    Page<T> find(Query query, Asking<T> asking) {
        Ordering order = query.order() == null || query.order().isNone() ? null : query.order();
        Sort<T> sort = new Sort<>(order, asking.shown, places);
        Line<T> all = all(order);
        Criterion filter = query.filter();
        if (filter == null) {
            return page(query, sort, all == null ? new Line.Made<>(sort.sorted(part(line()))) : all);
        }
        Line<T> some = asking.few != null ? new Line.Made<>(asking.few) : all == null ? line() : all;
        Sieve<T> sieve = new Sieve<>(filter, asking);
        some.each(sieve);
        List<T> found = sieve.found();
        return page(query, sort, new Line.Made<>(some == all ? found : sort.sorted(found)));
    }

    /** Everybody as asked, null if that order is not kept. */
    private @Nullable Line<T> all(@Nullable Ordering order) {
        if (order == null) {
            return line();
        }
        return kept != null && kept.isLike(order)
                ? new Line.Kept<>(kept.entries.get(), Keyed::entry, order.isDescending())
                : null;
    }

    private Line<T> line() {
        return new Line.Kept<>(entries, Function.identity(), false);
    }

    private static <T> List<T> part(Line<T> line) {
        return line.part(0, line.size());
    }

    private static <T> Page<T> page(Query query, Sort<T> sort, Line<T> line) {
        Mark after = query.after();
        int from = after == null ? query.startIndex() - 1 : line.upTo(entry -> sort.compare(after, entry));
        List<T> items = line.part(from, query.count());
        if (items.isEmpty() || from + items.size() >= line.size()) {
            return new Page<>(line.size(), from + 1, items, null);
        }
        return new Page<>(line.size(), from + 1, items, sort.mark(items.get(items.size() - 1)));
    }
}
