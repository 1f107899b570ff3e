package dev.scimbridge.directory;

import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted map that also answers "which is the n-th": a weight-balanced tree that shares all but the path to
 * a change, so that a new snapshot costs O(log n) and index paging needs no walk. No maintained library on the Maven
 * registry has both a persistent map and ranks.
 */
final class Ranked<K, V> {
    /** Neither side may weigh more than this many times the other (Adams; Hirai and Yamamoto proved 3 and 2 right). */
    private static final int DELTA = 3;

    private static final int RATIO = 2;

    private final Comparator<? super K> order;
    private final @Nullable Node<K, V> root;

    private record Node<K, V>(
            K key,
            V value,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right,
            int size) {}

    private Ranked(Comparator<? super K> order, @Nullable Node<K, V> root) {
        this.order = order;
        this.root = root;
    }

    static <K, V> Ranked<K, V> empty(Comparator<? super K> order) {
        return new Ranked<>(order, null);
    }

    int size() {
        return size(root);
    }

    @Nullable
    V find(K key) {
        Node<K, V> at = root;
        while (at != null) {
            int way = order.compare(key, at.key);
            if (way == 0) {
                return at.value;
            }
            at = way < 0 ? at.left : at.right;
        }
        return null;
    }

    /**
     * How many keys come before a point in the order, with the one that is there counted if asked.
     *
     * @param sought how the point compares with a key
     */
    int rank(ToIntFunction<? super K> sought, boolean counted) {
        int before = 0;
        Node<K, V> at = root;
        while (at != null) {
            int way = sought.applyAsInt(at.key);
            if (way == 0) {
                return before + size(at.left) + (counted ? 1 : 0);
            }
            before += way < 0 ? 0 : size(at.left) + 1;
            at = way < 0 ? at.left : at.right;
        }
        return before;
    }

    /**
     * With a value in the place of another.
     *
     * @param was the key of the other; null if there is none
     * @param is the key of the value; both null if there is none
     */
    Ranked<K, V> moved(@Nullable K was, @Nullable K is, @Nullable V value) {
        if (is == null || value == null) {
            return was == null ? this : without(was);
        }
        return was == null || order.compare(was, is) == 0
                ? with(is, value)
                : without(was).with(is, value);
    }

    Ranked<K, V> with(K key, V value) {
        return new Ranked<>(order, put(root, key, value));
    }

    Ranked<K, V> without(K key) {
        return find(key) == null ? this : new Ranked<>(order, cut(root, key));
    }

    /** Hands over values in order, from the n-th (counting from 0), at most so many. */
    void slice(int from, int count, Consumer<? super V> values) {
        slice(root, from, Math.min((long) from + count, size()), values);
    }

    void each(Consumer<? super V> values) {
        slice(0, size(), values);
    }

    private static <K, V> int size(@Nullable Node<K, V> node) {
        return node == null ? 0 : node.size;
    }

    private static <K, V> void slice(@Nullable Node<K, V> node, long from, long to, Consumer<? super V> values) {
        if (node == null || from >= to || to <= 0 || from >= node.size) {
            return;
        }
        int before = size(node.left);
        slice(node.left, from, Math.min(to, before), values);
        if (from <= before && before < to) {
            values.accept(node.value);
        }
        slice(node.right, Math.max(0, from - before - 1), to - before - 1, values);
    }

    private Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null, 1);
        }
        int way = order.compare(key, node.key);
        if (way == 0) {
            return new Node<>(key, value, node.left, node.right, node.size);
        }
        return way < 0
                ? balanced(node, put(node.left, key, value), node.right)
                : balanced(node, node.left, put(node.right, key, value));
    }

    private @Nullable Node<K, V> cut(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int way = order.compare(key, node.key);
        if (way != 0) {
            return way < 0
                    ? balanced(node, cut(node.left, key), node.right)
                    : balanced(node, node.left, cut(node.right, key));
        }
        if (node.left == null || node.right == null) {
            return node.left == null ? node.right : node.left;
        }
        Node<K, V> next = first(node.right);
        return balanced(next, node.left, cut(node.right, next.key));
    }

    private static <K, V> Node<K, V> first(Node<K, V> node) {
        Node<K, V> at = node;
        while (at.left != null) {
            at = at.left;
        }
        return at;
    }

    private static <K, V> Node<K, V> node(Node<K, V> entry, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(entry.key, entry.value, left, right, size(left) + size(right) + 1);
    }

    private static <K, V> Node<K, V> balanced(Node<K, V> entry, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (right != null && isHeavy(right, left)) {
            boolean single = weight(right.left) < RATIO * weight(right.right);
            return single || right.left == null
                    ? turnLeft(entry, left, right)
                    : turnLeft(entry, left, turnRight(right));
        }
        if (left != null && isHeavy(left, right)) {
            boolean single = weight(left.right) < RATIO * weight(left.left);
            return single || left.right == null
                    ? turnRight(entry, left, right)
                    : turnRight(entry, turnLeft(left), right);
        }
        return node(entry, left, right);
    }

    private static <K, V> boolean isHeavy(Node<K, V> one, @Nullable Node<K, V> other) {
        return weight(one) > DELTA * weight(other);
    }

    private static <K, V> int weight(@Nullable Node<K, V> node) {
        return size(node) + 1;
    }

    private static <K, V> Node<K, V> turnLeft(Node<K, V> entry, @Nullable Node<K, V> left, Node<K, V> right) {
        return node(right, node(entry, left, right.left), right.right);
    }

    private static <K, V> Node<K, V> turnRight(Node<K, V> entry, Node<K, V> left, @Nullable Node<K, V> right) {
        return node(left, left.left, node(entry, left.right, right));
    }

    private static <K, V> Node<K, V> turnLeft(Node<K, V> node) {
        return node.right == null ? node : turnLeft(node, node.left, node.right);
    }

    private static <K, V> Node<K, V> turnRight(Node<K, V> node) {
        return node.left == null ? node : turnRight(node, node.left, node.right);
    }
}
