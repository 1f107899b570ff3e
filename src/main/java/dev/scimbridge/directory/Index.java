package dev.scimbridge.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who is known by which key, as of one commit; several may share one. */
record Index<K extends Comparable<K>>(Ranked<K, List<UUID>> entries) {
    static <K extends Comparable<K>> Index<K> empty() {
        return new Index<>(Ranked.empty(Comparator.<K>naturalOrder()));
    }

    List<UUID> find(K key) {
        List<UUID> ids = entries.find(key);
        return ids == null ? List.of() : ids;
    }

    /** With this one known by another key, or by none. */
    Index<K> moved(UUID id, @Nullable K was, @Nullable K is) {
        if (Objects.equals(was, is)) {
            return this;
        }
        Index<K> left = was == null ? this : minus(was, id);
        return is == null ? left : left.plus(is, id);
    }

    Index<K> plus(K key, UUID id) {
        List<UUID> ids = find(key);
        return ids.contains(id) ? this : changed(key, ids, list -> append(list, id));
    }

    private Index<K> minus(K key, UUID id) {
        return changed(
                key,
                find(key),
                list -> list.stream().filter(each -> !each.equals(id)).toList());
    }

    private Index<K> changed(K key, List<UUID> ids, UnaryOperator<List<UUID>> change) {
        List<UUID> next = change.apply(ids);
        return new Index<>(next.isEmpty() ? entries.without(key) : entries.with(key, next));
    }

    private static List<UUID> append(List<UUID> list, UUID id) {
        List<UUID> longer = new ArrayList<>(list);
        longer.add(id);
        return List.copyOf(longer);
    }
}
