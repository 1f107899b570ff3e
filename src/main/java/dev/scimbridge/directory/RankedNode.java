package dev.scimbridge.directory;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A node of a {@link Ranked}, immutable. The slots of a leaf are entries, those of an inner node are nodes, of which none
 * is empty; both in order.
 */
final class RankedNode {
    static final int MOST = 64;
    static final int FEWEST = MOST / 2;

    private static final int[] LEAF = {};
    static final RankedNode EMPTY = new RankedNode(new long[0], new Object[0], LEAF);

    /** For each slot the coarse mark of the first entry in it. */
    final long[] marks;

    final Object[] slots;

    /** For each slot how many entries are in it; empty in a leaf. */
    final int[] sizes;

    RankedNode(long[] marks, Object[] slots, int[] sizes) {
        this.marks = marks;
        this.slots = slots;
        this.sizes = sizes;
    }

    static RankedNode leaf(long mark, Object entry) {
        return new RankedNode(new long[] {mark}, new Object[] {entry}, LEAF);
    }

    /** The top of a tree of these entries, which are in order; all its nodes are full, but the last of each level. */
    static RankedNode of(long[] marks, Object[] entries) {
        RankedNode top = new RankedNode(marks, entries, LEAF);
        while (top.width() > MOST) {
            top = top.parted();
        }
        return top;
    }

    /** A node above with a slot for each part of this one that is not too wide. */
    private RankedNode parted() {
        int count = (width() + MOST - 1) / MOST;
        RankedNode above = new RankedNode(new long[count], new Object[count], new int[count]);
        for (int slot = 0; slot < count; slot++) {
            int from = slot * MOST;
            int to = Math.min(width(), from + MOST);
            RankedNode part = new RankedNode(
                    Arrays.copyOfRange(marks, from, to),
                    Arrays.copyOfRange(slots, from, to),
                    isLeaf() ? LEAF : Arrays.copyOfRange(sizes, from, to));
            above.marks[slot] = marks[from];
            above.slots[slot] = part;
            above.sizes[slot] = part.size();
        }
        return above;
    }

    /** The node above, with this in one slot, in two if it is too wide, or in none if it is empty. */
    RankedNode under(boolean isLast) {
        if (width() == 0) {
            return EMPTY;
        }
        if (width() <= MOST) {
            return new RankedNode(new long[] {marks[0]}, new Object[] {this}, new int[] {size()});
        }
        int cut = isLast ? MOST : width() / 2;
        RankedNode behind = with(0, cut, EMPTY).under(isLast);
        return with(cut, width(), EMPTY).under(isLast).with(1, 1, behind);
    }

    boolean isLeaf() {
        return sizes.length == 0;
    }

    int width() {
        return slots.length;
    }

    int size() {
        return isLeaf() ? width() : sizeUpTo(width());
    }

    int sizeUpTo(int slot) {
        int size = 0;
        for (int i = 0; i < slot; i++) {
            size += sizes[i];
        }
        return size;
    }

    RankedNode below(int slot) {
        return (RankedNode) slots[slot];
    }

    Object first(int slot) {
        Object first = slots[slot];
        while (first instanceof RankedNode node) {
            first = node.slots[0];
        }
        return first;
    }

    /** How many slots it holds of; they are the first ones. */
    int leading(IntPredicate holds) {
        int low = 0;
        int high = width();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * With all slots of another node of its level in the place of its own from one up to before another. Mostly one
     * entry has been replaced, and the rest of what is known stays the same.
     */
    RankedNode with(int from, int to, RankedNode other) {
        int width = width() - (to - from) + other.width();
        Object[] next = spliced(slots, from, to, other.slots, new Object[width]);
        boolean areLeaves = isLeaf() && other.isLeaf();
        if (Arrays.equals(marks, from, to, other.marks, 0, other.width())
                && (areLeaves || Arrays.equals(sizes, from, to, other.sizes, 0, other.width()))) {
            return new RankedNode(marks, next, sizes);
        }
        return new RankedNode(
                spliced(marks, from, to, other.marks, new long[width]),
                next,
                areLeaves ? LEAF : spliced(sizes, from, to, other.sizes, new int[width]));
    }

    private static <A> A spliced(A array, int from, int to, A other, A made) {
        int more = Array.getLength(other);
        System.arraycopy(array, 0, made, 0, from);
        System.arraycopy(other, 0, made, from, more);
        System.arraycopy(array, to, made, from + more, Array.getLength(array) - to);
        return made;
    }

    /** With this in a slot; if too few have been left in it, it takes in what is beside it. */
    RankedNode with(int slot, RankedNode next, boolean isLast) {
        boolean isLean = next.width() < Math.min(FEWEST, below(slot).width()) && width() > 1;
        if (!isLean) {
            return with(slot, slot + 1, next.under(isLast));
        }
        int left = Math.max(0, slot - 1);
        RankedNode one = slot == 0 ? next : below(left);
        RankedNode other = slot == 0 ? below(1) : next;
        return with(left, left + 2, one.with(one.width(), one.width(), other).under(isLast));
    }
}
