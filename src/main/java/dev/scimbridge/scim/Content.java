package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a document consists of: nodes while it is worked on, or {@link Packed} to be kept. Neither ever changes. */
sealed interface Content {
    /** What is there behind these names, from the top; null if nothing. */
    @Nullable
    JsonNode find(List<String> keys);

    boolean has(List<String> keys);

    /** Whether any value behind these names, lists on the way walked into, passes the test. */
    boolean any(List<String> keys, Predicate<JsonNode> test);

    /** For reading only. */
    ObjectNode node();

    Packed packed();

    /** As the reader makes them. */
    record Nodes(ObjectNode node) implements Content {
        @Override
        public @Nullable JsonNode find(List<String> keys) {
            JsonNode found = node;
            for (String key : keys) {
                found = found == null ? null : found.get(key);
            }
            return found;
        }

        @Override
        public boolean has(List<String> keys) {
            return find(keys) != null;
        }

        @Override
        public boolean any(List<String> keys, Predicate<JsonNode> test) {
            return any(node, keys, 0, test);
        }

        static boolean any(JsonNode from, List<String> keys, int depth, Predicate<JsonNode> test) {
            if (from.isArray()) {
                for (int i = 0; i < from.size(); i++) {
                    if (any(from.get(i), keys, depth, test)) {
                        return true;
                    }
                }
                return false;
            }
            if (depth == keys.size()) {
                return test.test(from);
            }
            JsonNode next = from.get(keys.get(depth));
            return next != null && any(next, keys, depth + 1, test);
        }

        @Override
        public Packed packed() {
            return Packing.of(node);
        }
    }

    /**
     * An object in few bytes. A value is its kind and, where it has one, its length and so many bytes: text and what is in
     * an object or list. Before each value of an object stands its name, as {@link PackedNames} say. So one value is found
     * by passing over others. The bytes are those of the fields at the top.
     */
    final class Packed implements Content {
        static final byte FALSE = 0;
        static final byte TRUE = 1;
        static final byte TEXT = 2;
        static final byte OBJECT = 3;
        static final byte LIST = 4;

        /** A number, as JSON says it. */
        static final byte OTHER = 5;

        private final byte[] bytes;

        Packed(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public @Nullable JsonNode find(List<String> keys) {
            return new Unpacking(bytes).find(keys);
        }

        @Override
        public boolean has(List<String> keys) {
            return new Unpacking(bytes).has(keys);
        }

        @Override
        public boolean any(List<String> keys, Predicate<JsonNode> test) {
            return new Unpacking(bytes).any(keys, test);
        }

        @Override
        public ObjectNode node() {
            return new Unpacking(bytes).object();
        }

        @Override
        public Packed packed() {
            return this;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Packed packed && Arrays.equals(bytes, packed.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }
}
