package dev.scimbridge.scim;

import dev.scimbridge.scim.Content.Packed;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Finds values in {@link Packed} documents by passing over others, of which nothing is made. */
final class Passing {
    private static final int NOWHERE = -1;

    private Passing() {}

    /** Where the value behind these names begins, lists not walked into; negative if there is none. */
    static int find(byte[] bytes, Trail trail) {
        int at = enter(bytes, 0, bytes.length, trail.code(0), trail.name(0));
        for (int depth = 1; depth < trail.length() && at >= 0; depth++) {
            at = bytes[at] == Packed.OBJECT
                    ? enter(bytes, into(bytes, at + 1), over(bytes, at), trail.code(depth), trail.name(depth))
                    : NOWHERE;
        }
        return at;
    }

    /** Whether there is a value of this name at the top. */
    static boolean has(byte[] bytes, String name) {
        return enter(bytes, 0, bytes.length, PackedNames.code(name), name) >= 0;
    }

    static boolean any(byte[] bytes, Trail trail, Predicate<Value> test) {
        int at = enter(bytes, 0, bytes.length, trail.code(0), trail.name(0));
        return at >= 0 && any(bytes, at, trail, 1, test);
    }

    /** Of the value that begins there. */
    static boolean any(byte[] bytes, int from, Trail trail, int depth, Predicate<Value> test) {
        byte kind = bytes[from];
        if (kind == Packed.LIST) {
            return anyOf(bytes, from, trail, depth, test);
        }
        if (depth == trail.length()) {
            return test.test(new Value.Kept(bytes, from));
        }
        if (kind != Packed.OBJECT) {
            return false;
        }
        int at = enter(bytes, into(bytes, from + 1), over(bytes, from), trail.code(depth), trail.name(depth));
        return at >= 0 && any(bytes, at, trail, depth + 1, test);
    }

    private static boolean anyOf(byte[] bytes, int list, Trail trail, int depth, Predicate<Value> test) {
        int end = over(bytes, list);
        for (int at = into(bytes, list + 1); at < end; at = over(bytes, at)) {
            if (any(bytes, at, trail, depth, test)) {
                return true;
            }
        }
        return false;
    }

    /** From the first field of an object to the value of one; negative if it has none of this name. */
    private static int enter(byte[] bytes, int from, int end, int wanted, String name) {
        int at = from;
        while (at < end) {
            int code = bytes[at++];
            boolean found = code == wanted;
            if (code == PackedNames.OTHER) {
                int begin = into(bytes, at);
                at = begin + length(bytes, at);
                found = found && name.equals(new String(bytes, begin, at - begin, StandardCharsets.UTF_8));
            }
            if (found) {
                return at;
            }
            at = over(bytes, at);
        }
        return NOWHERE;
    }

    /** Where the value that begins there ends. */
    static int over(byte[] bytes, int value) {
        int at = value + 1;
        return bytes[value] <= Packed.TRUE ? at : into(bytes, at) + length(bytes, at);
    }

    /** Behind the length that is there. */
    static int into(byte[] bytes, int length) {
        int at = length;
        while (bytes[at] < 0) {
            at++;
        }
        return at + 1;
    }

    /** The length that is there. */
    static int length(byte[] bytes, int from) {
        int length = 0;
        int at = from;
        int shift = 0;
        while (bytes[at] < 0) {
            length |= (bytes[at++] & 0x7F) << shift;
            shift += 7;
        }
        return length | (bytes[at] << shift);
    }
}
