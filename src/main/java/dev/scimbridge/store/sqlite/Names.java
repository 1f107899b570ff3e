package dev.scimbridge.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of column names, and how they stand in a statement. */
final class Names {
    private Names() {}

    @SafeVarargs
    static List<String> of(List<String>... groups) {
        List<String> all = new ArrayList<>();
        for (List<String> group : groups) {
            all.addAll(group);
        }
        return List.copyOf(all);
    }

    /** {@code a, b, c}. */
    static String listed(List<String> names) {
        return String.join(", ", names);
    }

    /** {@code ?, ?, ?}. */
    static String asked(List<String> names) {
        return names.stream().map(name -> "?").collect(Collectors.joining(", "));
    }

    /** {@code a = ?, b = ?, c = ?}. */
    static String assigned(List<String> names) {
        return names.stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
    }

    /** {@code a = excluded.a, b = excluded.b}: what an insert would have written. */
    static String excluded(List<String> names) {
        return names.stream().map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));
    }
}
