package dev.scimbridge.scim;

import java.util.List;

/** Names to walk down from the top of a document, or from a value in it, looked up once in what packed documents say. */
final class Trail {
    private final List<String> names;
    private final int[] codes;

    Trail(List<String> names) {
        this.names = List.copyOf(names);
        this.codes = new int[names.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = PackedNames.code(names.get(i));
        }
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
