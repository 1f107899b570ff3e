package dev.scimbridge.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted set that also answers "which is the n-th" and "how many come before": a B+-tree with ranks, that
 * is, one whose inner nodes know how many entries are below each of their slots. A change copies one node a level, of
 * which a hundred thousand have three, and shares all others; a page is read from two or three arrays. No maintained
 * library on the Maven registry has both a persistent set and ranks.
 *
 * <p>A node has 32 to 64 slots, but for the last of each level: it is filled before another one begins, because
 * newcomers come last. An entry takes some 13 bytes: its slot, and its coarse mark, which decides most comparisons
 * without a look at the entry.
 */
final class Ranked<E> {
    private final ToLongFunction<? super E> coarse;
    private final Comparator<? super E> order;
    private final RankedNode root;

    private Ranked(ToLongFunction<? super E> coarse, Comparator<? super E> order, RankedNode root) {
        this.coarse = coarse;
        this.order = order;
        this.root = root;
    }

    /**
     * Without entries.
     *
     * @param coarse a mark of where an entry stands: if it is less than another's, the entry must come before the other
     * @param order tells those of one mark apart; entries that are equal in it replace each other
     */
    static <E> Ranked<E> empty(ToLongFunction<? super E> coarse, Comparator<? super E> order) {
        return new Ranked<>(coarse, order, RankedNode.EMPTY);
    }

    RankedNode root() {
        return root;
    }

    int size() {
        return root.size();
    }

    boolean has(E entry) {
        RankedNode sought = leaf(entry);
        RankedNode node = root;
        while (!node.isLeaf()) {
            node = node.below(slot(upTo(node, sought)));
        }
        return isAt(node, upTo(node, sought), sought);
    }

    /** How many entries this holds of; they must be the first ones. */
    int leading(Predicate<? super E> holds) {
        int size = 0;
        RankedNode node = root;
        while (!node.isLeaf()) {
            RankedNode inner = node;
            int slot = slot(inner.leading(each -> holds.test(entry(inner, each))));
            size += inner.sizeUpTo(slot);
            node = inner.below(slot);
        }
        RankedNode leaf = node;
        return size + leaf.leading(each -> holds.test(entry(leaf, each)));
    }

    /** With one entry in the place of another; nothing was there if one comes, nothing is when one goes. */
    Ranked<E> moved(@Nullable E was, @Nullable E is) {
        if (is == null) {
            return was == null ? this : without(was);
        }
        return was == null || order.compare(was, is) == 0
                ? with(is)
                : without(was).with(is);
    }

    /** An entry and its mark. */
    private record Marked<E>(long mark, E entry) {}

    /** These in order. */
    List<E> sorted(Collection<E> entries) {
        List<Marked<E>> sorted = new ArrayList<>(entries.size());
        entries.forEach(entry -> sorted.add(new Marked<>(coarse.applyAsLong(entry), entry)));
        sorted.sort(this::compare);
        return sorted.stream().map(Marked::entry).toList();
    }

    /** With all of these, in order, where there was nothing, at much less than one after the other costs; no two may be equal. */
    Ranked<E> filled(List<E> sorted) {
        long[] marks = sorted.stream().mapToLong(coarse).toArray();
        return new Ranked<>(coarse, order, RankedNode.of(marks, sorted.toArray()));
    }

    private int compare(Marked<E> one, Marked<E> other) {
        return one.mark != other.mark ? Long.compare(one.mark, other.mark) : order.compare(one.entry, other.entry);
    }

    Ranked<E> with(E entry) {
        RankedNode leaf = leaf(entry);
        return changed(leaf, leaf);
    }

    Ranked<E> without(E entry) {
        return changed(leaf(entry), RankedNode.EMPTY);
    }

    /** Hands over entries in order, from the n-th (counting from 0), at most so many. */
    void slice(int from, int count, Consumer<? super E> entries) {
        slice(root, from, (int) Math.min((long) from + count, size()), entries);
    }

    void each(Consumer<? super E> entries) {
        slice(0, size(), entries);
    }

    private void slice(RankedNode node, int from, int to, Consumer<? super E> entries) {
        if (node.isLeaf()) {
            for (int slot = from; slot < to; slot++) {
                entries.accept(slot(node, slot));
            }
            return;
        }
        int begin = 0;
        for (int slot = 0; begin < to; slot++) {
            int end = begin + node.sizes[slot];
            if (from < end) {
                slice(node.below(slot), Math.max(0, from - begin), Math.min(to, end) - begin, entries);
            }
            begin = end;
        }
    }

    private RankedNode leaf(E entry) {
        return RankedNode.leaf(coarse.applyAsLong(entry), entry);
    }

    private Ranked<E> changed(RankedNode sought, RankedNode is) {
        RankedNode top = changed(root, sought, is, true).under(true);
        while (!top.isLeaf() && top.width() == 1) {
            top = top.below(0);
        }
        return new Ranked<>(coarse, order, top);
    }

    /** With this in the place of what is sought. Its width may leave the bounds by one: the node above sees to it. */
    private RankedNode changed(RankedNode node, RankedNode sought, RankedNode is, boolean isLast) {
        int upTo = upTo(node, sought);
        if (node.isLeaf()) {
            return node.with(isAt(node, upTo, sought) ? upTo - 1 : upTo, upTo, is);
        }
        int slot = slot(upTo);
        boolean isEnd = isLast && slot == node.width() - 1;
        return node.with(slot, changed(node.below(slot), sought, is, isEnd), isEnd);
    }

    private static int slot(int upTo) {
        return Math.max(0, upTo - 1);
    }

    /** How many slots of a node begin before what is sought or with it. */
    private int upTo(RankedNode node, RankedNode sought) {
        long mark = sought.marks[0];
        return node.leading(slot -> node.marks[slot] == mark
                ? order.compare(entry(node, slot), entry(sought, 0)) <= 0
                : node.marks[slot] < mark);
    }

    private boolean isAt(RankedNode leaf, int upTo, RankedNode sought) {
        return upTo > 0 && order.compare(entry(leaf, upTo - 1), entry(sought, 0)) == 0;
    }

    /** Of a leaf, which is not looked at. */
    @SuppressWarnings("unchecked")
    private E slot(RankedNode leaf, int slot) {
        return (E) leaf.slots[slot];
    }

    @SuppressWarnings("unchecked")
    private E entry(RankedNode node, int slot) {
        return (E) node.first(slot);
    }
}
