package dev.scimbridge.scim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of attributes in packed documents: a byte for each that a schema knows, {@link #OTHER} and text for others. */
final class PackedNames {
    /** A name that is spelled out. */
    static final int OTHER = 0;

    private static final List<String> KNOWN = Definitions.names();
    private static final Map<String, Integer> CODES = codes();

    private PackedNames() {}

    private static Map<String, Integer> codes() {
        Map<String, Integer> codes = new HashMap<>();
        KNOWN.forEach(name -> codes.putIfAbsent(name, codes.size() + 1));
        if (codes.size() > Byte.MAX_VALUE) {
            throw new IllegalStateException("more names than a byte can tell apart");
        }
        // Not an immutable copy, which would take longer to look into; nobody changes it.
        return codes;
    }

    static int code(String name) {
        return CODES.getOrDefault(name, OTHER);
    }

    static String name(int code) {
        return KNOWN.get(code - 1);
    }
}
