package dev.scimbridge.scim;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names to walk down from the top of a document, or from a value in it, looked up once in what packed documents say. */
final class Trail {
    /** Those who ask say few paths, over and over; more than these are made each time. */
    private static final int MOST = 1024;

    private static final Map<String, Trail> KNOWN = new ConcurrentHashMap<>();

    private final List<String> names;
    private final int[] codes;

    Trail(List<String> names) {
        this.names = List.copyOf(names);
        this.codes = new int[names.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = PackedNames.code(names.get(i));
        }
    }

    /** Down a canonical path. */
    static Trail of(String path) {
        Trail known = KNOWN.get(path);
        if (known != null) {
            return known;
        }
        Trail trail = new Trail(Keys.split(path));
        if (KNOWN.size() < MOST) {
            KNOWN.put(path, trail);
        }
        return trail;
    }

    List<String> names() {
        return names;
    }

    int length() {
        return codes.length;
    }

    String name(int depth) {
        return names.get(depth);
    }

    /** As {@link PackedNames#code} says. */
    int code(int depth) {
        return codes[depth];
    }
}
