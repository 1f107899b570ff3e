package dev.scimbridge.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Immutable: records found by what they are known by, some by the same. A hash array mapped trie (Bagwell, "Ideal Hash
 * Trees", 2001) that shares all but the path to a change, so a change costs O(log64 n), and so does a search.
 *
 * <p>Its leaves are the records themselves, whose key is read from them: some 20 bytes a record. The persistent maps of
 * libraries (PCollections, Vavr, Capsule, Paguro) keep key and value beside each other, one entry for a key, which is
 * three times as much, before a list for those who share one.
 */
final class Hashed<K, V> {
    /** Sixty-four slots: of a hundred thousand each is two nodes below the root, of which only the last may be far away. */
    private static final int BITS = 6;

    private static final int MASK = (1 << BITS) - 1;

    /** An odd number of many bits: ids and names that differ little shall differ in their first bits too. */
    private static final int MIXING = 0x9E37_79B9;

    private final Function<? super V, ? extends @Nullable K> keys;
    private final Node root;

    /** A slot for each bit that is set: another node, a record, or a list of records whose keys have one hash. */
    private static final class Node {
        static final Node EMPTY = new Node(0);

        private final long bits;
        private final Object[] slots;

        Node(long bits, Object... slots) {
            this.bits = bits;
            this.slots = slots;
        }

        static long bit(int hash, int shift) {
            return 1L << ((hash >>> shift) & MASK);
        }

        int place(long bit) {
            return Long.bitCount(bits & (bit - 1));
        }

        @Nullable
        Object at(long bit) {
            return (bits & bit) == 0 ? null : slots[place(bit)];
        }

        /** With this in a slot; null empties it. */
        Node with(long bit, @Nullable Object slot) {
            int place = place(bit);
            boolean there = (bits & bit) != 0;
            int behind = there ? place + 1 : place;
            int grown = slots.length - (there ? 1 : 0) + (slot == null ? 0 : 1);
            Object[] next = Arrays.copyOf(slots, grown);
            System.arraycopy(slots, behind, next, grown - (slots.length - behind), slots.length - behind);
            if (slot != null) {
                next[place] = slot;
            }
            return new Node(slot == null ? bits & ~bit : bits | bit, next);
        }

        /** As its parent keeps it: null if empty, and what is alone in it without it. */
        @Nullable
        Object folded() {
            return slots.length == 0 ? null : slots.length == 1 && !(slots[0] instanceof Node) ? slots[0] : this;
        }
    }

    private Hashed(Function<? super V, ? extends @Nullable K> keys, Node root) {
        this.keys = keys;
        this.root = root;
    }

    /** Without records; one of no key is never in it. */
    static <K, V> Hashed<K, V> by(Function<? super V, ? extends @Nullable K> keys) {
        return new Hashed<>(keys, Node.EMPTY);
    }

    boolean isEmpty() {
        return root.slots.length == 0;
    }

    /** The first that came of those known so; null if there is none. */
    @Nullable
    V find(K key) {
        Object leaf = isEmpty() ? null : leaf(hashOf(key));
        if (leaf == null) {
            return null;
        }
        if (leaf instanceof List<?>) {
            List<V> found = all(key);
            return found.isEmpty() ? null : found.get(0);
        }
        V one = record(leaf);
        return key.equals(keys.apply(one)) ? one : null;
    }

    /** Whether this very record, which is or was known so, is in it. Reads nothing of the record, which is far away. */
    boolean holds(K key, Object record) {
        return isOnly(key, record)
                || (leaf(hashOf(key)) instanceof List<?> many && many.stream().anyMatch(each -> each == record));
    }

    /** Whether this very record is the only one that may be known so. Reads nothing of the record, which is far away. */
    boolean isOnly(K key, Object record) {
        int hash = hashOf(key);
        Object at = root;
        for (int shift = 0; at != record && at instanceof Node node; shift += BITS) {
            at = node.at(Node.bit(hash, shift));
        }
        return at == record;
    }

    /** All who are known so, in the order in which they came. */
    List<V> all(K key) {
        List<V> found = new ArrayList<>(1);
        for (V each : records(leaf(hashOf(key)))) {
            if (key.equals(keys.apply(each))) {
                found.add(each);
            }
        }
        return found;
    }

    /** Few among whom are all who are known so, in the order in which they came. Reads no key of any record. */
    List<V> candidates(K key) {
        return records(leaf(hashOf(key)));
    }

    void each(Consumer<? super V> records) {
        each(root, records);
    }

    private void each(Node node, Consumer<? super V> records) {
        for (Object slot : node.slots) {
            if (slot instanceof Node inner) {
                each(inner, records);
            } else if (slot instanceof List<?>) {
                records(slot).forEach(records);
            } else {
                records.accept(record(slot));
            }
        }
    }

    /** With all of these where there was nothing, in this order, at much less than one after the other costs. */
    Hashed<K, V> filled(List<V> records) {
        Heap heap = new Heap(records.size());
        int size = 0;
        for (V each : records) {
            // It may have to be unpacked: once.
            K key = keys.apply(each);
            if (key != null) {
                heap.hashes[size] = hashOf(key);
                heap.records[size++] = each;
            }
        }
        return new Hashed<>(keys, size == 0 ? Node.EMPTY : heap.node(new Heap(size), new Part(0, size, 0)));
    }

    /** Some of those on a heap, whose hashes are alike up to the shift. */
    private record Part(int from, int to, int shift) {}

    /** Records with their hashes, to be put in their places. */
    private static final class Heap {
        private final int[] hashes;
        private final Object[] records;

        Heap(int size) {
            hashes = new int[size];
            records = new Object[size];
        }

        /** Of at least one. Leaves them in disorder, in this and in another heap. */
        Node node(Heap spare, Part part) {
            int[] ends = new int[MASK + 1];
            for (int i = part.from; i < part.to; i++) {
                ends[place(i, part)]++;
            }
            long bits = 0;
            int end = part.from;
            for (int place = 0; place <= MASK; place++) {
                bits |= ends[place] == 0 ? 0 : 1L << place;
                int begin = end;
                end += ends[place];
                ends[place] = begin;
            }
            for (int i = part.from; i < part.to; i++) {
                int at = ends[place(i, part)]++;
                spare.hashes[at] = hashes[i];
                spare.records[at] = records[i];
            }
            Object[] slots = new Object[Long.bitCount(bits)];
            int slot = 0;
            int begin = part.from;
            for (int place = 0; place <= MASK; place++) {
                if (begin < ends[place]) {
                    slots[slot++] = spare.slot(this, new Part(begin, ends[place], part.shift + BITS));
                    begin = ends[place];
                }
            }
            return new Node(bits, slots);
        }

        private int place(int i, Part part) {
            return (hashes[i] >>> part.shift) & MASK;
        }

        private Object slot(Heap spare, Part part) {
            if (part.to - part.from == 1) {
                return records[part.from];
            }
            for (int i = part.from + 1; i < part.to; i++) {
                if (hashes[i] != hashes[part.from]) {
                    return node(spare, part);
                }
            }
            return List.of(Arrays.copyOfRange(records, part.from, part.to));
        }
    }

    /**
     * With one record in the place of another, which must be the very one that is in it.
     *
     * @param was null if one comes
     * @param is null if one goes
     */
    Hashed<K, V> moved(@Nullable V was, @Nullable V is) {
        K left = was == null ? null : keys.apply(was);
        K taken = is == null ? null : keys.apply(is);
        if (Objects.equals(left, taken)) {
            return taken == null ? this : new Hashed<>(keys, changed(root, 0, new Change<>(hashOf(taken), was, is)));
        }
        Node without = left == null ? root : changed(root, 0, new Change<>(hashOf(left), was, null));
        return new Hashed<>(keys, taken == null ? without : changed(without, 0, new Change<>(hashOf(taken), null, is)));
    }

    private record Change<V>(
            int hash, @Nullable V was, @Nullable V is) {}

    private Node changed(Node node, int shift, Change<V> change) {
        long bit = Node.bit(change.hash, shift);
        Object slot = node.at(bit);
        if (slot instanceof Node inner) {
            return node.with(bit, changed(inner, shift + BITS, change).folded());
        }
        List<V> there = records(slot);
        if (there.isEmpty() || hash(there.get(0)) == change.hash) {
            return node.with(bit, leaf(there, change));
        }
        return change.is == null ? node : node.with(bit, parted(there, change, shift + BITS));
    }

    private @Nullable Object leaf(List<V> there, Change<V> change) {
        List<V> next = new ArrayList<>(there);
        int place = 0;
        while (place < next.size() && next.get(place) != change.was) {
            place++;
        }
        if (place < next.size()) {
            next.remove(place);
        }
        if (change.is != null) {
            next.add(place, change.is);
        }
        return next.isEmpty() ? null : next.size() == 1 ? next.get(0) : List.copyOf(next);
    }

    /** A node in which those who were here and the newcomer have a slot each, or a node that has. */
    private Node parted(List<V> there, Change<V> change, int shift) {
        long bit = Node.bit(hash(there.get(0)), shift);
        Object slot = there.size() == 1 ? there.get(0) : there;
        return changed(Node.EMPTY.with(bit, slot), shift, change);
    }

    private @Nullable Object leaf(int hash) {
        Object at = root;
        for (int shift = 0; at instanceof Node node; shift += BITS) {
            at = node.at(Node.bit(hash, shift));
        }
        return at;
    }

    private int hash(V record) {
        return hashOf(Objects.requireNonNull(keys.apply(record)));
    }

    private static int hashOf(Object key) {
        int mixed = key.hashCode() * MIXING;
        return mixed ^ (mixed >>> 15);
    }

    @SuppressWarnings("unchecked")
    private List<V> records(@Nullable Object leaf) {
        return leaf == null ? List.of() : leaf instanceof List<?> many ? (List<V>) many : List.of((V) leaf);
    }

    @SuppressWarnings("unchecked")
    private V record(Object leaf) {
        return (V) leaf;
    }
}
