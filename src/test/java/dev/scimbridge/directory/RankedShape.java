package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

/** What must be true of the nodes of a {@link Ranked}, whatever has been done to it. */
final class RankedShape {
    private RankedShape() {}

    static int levels(Ranked<?> ranked) {
        int levels = 1;
        for (RankedNode node = ranked.root(); !node.isLeaf(); node = node.below(0)) {
            levels++;
        }
        return levels;
    }

    /** How many leaves there are. */
    static int check(Ranked<?> ranked) {
        RankedNode root = ranked.root();
        assertThat(root.isLeaf() || root.width() > 1).isTrue();
        return leaves(root, levels(ranked), true);
    }

    private static int leaves(RankedNode node, int levels, boolean isLast) {
        assertThat(node.width()).isBetween(isLast ? levels > 1 ? 1 : 0 : RankedNode.FEWEST, RankedNode.MOST);
        assertThat(node.marks).hasSameSizeAs(node.slots).isSorted();
        assertThat(node.isLeaf()).isEqualTo(levels == 1);
        if (node.isLeaf()) {
            return 1;
        }
        assertThat(node.sizes).hasSameSizeAs(node.slots);
        int leaves = 0;
        for (int slot = 0; slot < node.width(); slot++) {
            RankedNode below = node.below(slot);
            assertThat(below.size()).isPositive().isEqualTo(node.sizes[slot]);
            assertThat(below.marks[0]).isEqualTo(node.marks[slot]);
            leaves += leaves(below, levels - 1, isLast && slot == node.width() - 1);
        }
        return leaves;
    }
}
