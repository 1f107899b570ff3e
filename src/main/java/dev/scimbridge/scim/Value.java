package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.scim.Content.Packed;
import java.util.function.Predicate;

/** One value of a document, for a filter to look at: a node, or bytes where they stand. */
sealed interface Value {
    /** For reading only. */
    JsonNode node();

    /** Whether any value behind these names, lists on the way walked into, passes the test. */
    boolean any(Trail trail, Predicate<Value> test);

    /** Whether its text is as wanted. */
    boolean is(Wording wanted);

    /** As the reader makes it. */
    record Made(JsonNode node) implements Value {
        @Override
        public boolean any(Trail trail, Predicate<Value> test) {
            return any(node, trail, 0, test);
        }

        private static boolean any(JsonNode from, Trail trail, int depth, Predicate<Value> test) {
            if (from.isArray()) {
                for (int i = 0; i < from.size(); i++) {
                    if (any(from.get(i), trail, depth, test)) {
                        return true;
                    }
                }
                return false;
            }
            if (depth == trail.length()) {
                return test.test(new Made(from));
            }
            JsonNode next = from.get(trail.name(depth));
            return next != null && any(next, trail, depth + 1, test);
        }

        @Override
        public boolean is(Wording wanted) {
            return wanted.matches(node.asText());
        }
    }

    /** In a {@link Packed} document. */
    final class Kept implements Value {
        private final byte[] bytes;
        private final int at;

        Kept(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        @Override
        public JsonNode node() {
            return new Unpacking(bytes, at).value();
        }

        @Override
        public boolean any(Trail trail, Predicate<Value> test) {
            return Passing.any(bytes, at, trail, 0, test);
        }

        @Override
        public boolean is(Wording wanted) {
            return (wanted.isPlain() && bytes[at] == Packed.PLAIN)
                    ? wanted.matches(bytes, Passing.into(bytes, at + 1), Passing.over(bytes, at))
                    : wanted.matches(node().asText());
        }
    }
}
