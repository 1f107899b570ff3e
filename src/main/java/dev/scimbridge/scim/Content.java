package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a document consists of: nodes while it is worked on, or {@link Packed} to be kept. Neither ever changes. */
sealed interface Content {
    boolean isEmpty();

    /** What is there behind these names, from the top; null if nothing. */
    @Nullable
    JsonNode find(Trail trail);

    boolean has(Trail trail);

    /** Whether anything is there at the top by this name. */
    boolean has(String name);

    /** Whether any value behind these names, lists on the way walked into, passes the test. */
    boolean any(Trail trail, Predicate<Value> test);

    /** For reading only. */
    ObjectNode node();

    Packed packed();

    /** In bytes, while it is packed; else 0. */
    int size();

    /** As the reader makes them. */
    record Nodes(ObjectNode node) implements Content {
        @Override
        public boolean isEmpty() {
            return node.isEmpty();
        }

        @Override
        public @Nullable JsonNode find(Trail trail) {
            JsonNode found = node;
            for (String name : trail.names()) {
                found = found == null ? null : found.get(name);
            }
            return found;
        }

        @Override
        public boolean has(Trail trail) {
            return find(trail) != null;
        }

        @Override
        public boolean has(String name) {
            return node.has(name);
        }

        @Override
        public boolean any(Trail trail, Predicate<Value> test) {
            return new Value.Made(node).any(trail, test);
        }

        @Override
        public Packed packed() {
            return Packing.of(node);
        }

        @Override
        public int size() {
            return 0;
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

        /** Text of ASCII alone, so that its bytes can be compared where they stand. */
        static final byte PLAIN = 6;

        private final byte[] bytes;

        Packed(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isEmpty() {
            return bytes.length == 0;
        }

        @Override
        public @Nullable JsonNode find(Trail trail) {
            int at = Passing.find(bytes, trail);
            return at < 0 ? null : new Unpacking(bytes, at).value();
        }

        @Override
        public boolean has(Trail trail) {
            return Passing.find(bytes, trail) >= 0;
        }

        @Override
        public boolean has(String name) {
            return Passing.has(bytes, name);
        }

        @Override
        public boolean any(Trail trail, Predicate<Value> test) {
            return Passing.any(bytes, trail, test);
        }

        @Override
        public ObjectNode node() {
            return new Unpacking(bytes, 0).object();
        }

        @Override
        public Packed packed() {
            return this;
        }

        @Override
        public int size() {
            return bytes.length;
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
