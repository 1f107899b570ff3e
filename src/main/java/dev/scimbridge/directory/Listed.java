package dev.scimbridge.directory;

import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Ordering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What readers are shown in lists, in the order in which it was first known. Newcomers come last, so that they disturb
 * no page by index; a mark stays good whatever comes or goes.
 */
record Listed<T>(Ranked<Place, T> entries, Function<T, Place> places) {

    /** Where an entry stands as long as it is listed. */
    record Place(long born, UUID id) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::born).thenComparing(Place::id);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** How a list is asked: what is shown of an entry, and among whom all that match must be (null if among all). */
    record Asking<T>(Function<T, Document> shown, @Nullable List<T> few) {}

    static <T> Listed<T> empty(Function<T, Place> places) {
        return new Listed<>(Ranked.empty(Comparator.<Place>naturalOrder()), places);
    }

    Listed<T> with(T entry) {
        return new Listed<>(entries.with(places.apply(entry), entry), places);
    }

    Listed<T> without(T entry) {
        return new Listed<>(entries.without(places.apply(entry)), places);
    }

    int size() {
        return entries.size();
    }

    Page<T> find(Query query, Asking<T> asking) {
        if (query.filter() == null && query.order() == null) {
            return plain(query);
        }
        List<T> found = matching(query.filter(), asking);
        Ordering order = query.order();
        if (order == null) {
            int from = query.after() == null ? query.startIndex() - 1 : behind(found, query.after());
            return cut(found, from, query.count(), each -> null);
        }
        List<Sorted<T>> sorted = found.stream()
                .map(each -> new Sorted<>(each, order.key(asking.shown.apply(each)), places.apply(each)))
                .sorted(byKey(order))
                .toList();
        int from = query.after() == null ? query.startIndex() - 1 : behind(sorted, query.after(), order);
        Page<Sorted<T>> page = new Listed<>(Ranked.<Place, Sorted<T>>empty(Comparator.naturalOrder()), Sorted::place)
                .cut(sorted, from, query.count(), Sorted::key);
        List<T> items = page.items().stream().map(Sorted::entry).toList();
        return new Page<>(page.total(), page.startIndex(), items, page.last());
    }

    /** An entry and what it is sorted by. */
    private record Sorted<T>(T entry, @Nullable String key, Place place) {}

    private static <T> Comparator<Sorted<T>> byKey(Ordering order) {
        Comparator<Sorted<T>> byKey = (one, other) -> order.compare(one.key, other.key);
        return byKey.thenComparing(Sorted::place);
    }

    /** Everybody, as first known: no walk. */
    private Page<T> plain(Query query) {
        Mark after = query.after();
        int from = after == null ? query.startIndex() - 1 : entries.rank(new Place(after.born(), after.id()), true);
        List<T> items = new ArrayList<>(Math.min(query.count(), size()));
        entries.slice(from, query.count(), items::add);
        return page(size(), from, items, each -> null);
    }

    private List<T> matching(@Nullable Criterion filter, Asking<T> asking) {
        List<T> found = new ArrayList<>();
        Consumer<T> test = entry -> {
            if (filter == null || filter.matches(asking.shown.apply(entry))) {
                found.add(entry);
            }
        };
        if (asking.few == null) {
            entries.each(test);
        } else {
            asking.few.stream().sorted(Comparator.comparing(places)).forEach(test);
        }
        return found;
    }

    private int behind(List<T> found, Mark mark) {
        Place place = new Place(mark.born(), mark.id());
        return (int) found.stream()
                .takeWhile(each -> places.apply(each).compareTo(place) <= 0)
                .count();
    }

    private static <T> int behind(List<Sorted<T>> sorted, Mark mark, Ordering order) {
        Place place = new Place(mark.born(), mark.id());
        return (int) sorted.stream()
                .takeWhile(each -> {
                    int way = order.compare(each.key, mark.key());
                    return way < 0 || (way == 0 && each.place.compareTo(place) <= 0);
                })
                .count();
    }

    private Page<T> cut(List<T> found, int from, int count, Function<T, @Nullable String> key) {
        int begin = Math.min(from, found.size());
        int end = (int) Math.min((long) begin + count, found.size());
        return page(found.size(), from, found.subList(begin, end), key);
    }

    private Page<T> page(int total, int from, List<T> items, Function<T, @Nullable String> key) {
        if (items.isEmpty() || from + items.size() >= total) {
            return new Page<>(total, from + 1, items, null);
        }
        T last = items.get(items.size() - 1);
        Place place = places.apply(last);
        return new Page<>(total, from + 1, items, new Mark(key.apply(last), place.born(), place.id()));
    }
}
