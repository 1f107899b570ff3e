package dev.scimbridge.directory;

import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Ordering;
import org.jspecify.annotations.Nullable;

/**
 * What a list asks for (RFC 7644 3.4.2, RFC 9865).
 *
 * @param filter null for everybody
 * @param order null for the order in which people, or groups, were first known
 * @param startIndex counting from 1; of no account when there is a mark
 * @param after go on behind this, null for a page by its index
 * @param count at most so many, 0 for the total alone
 */
public record Query(
        @Nullable Criterion filter,
        @Nullable Ordering order,
        int startIndex,
        @Nullable Mark after,
        int count) {
    /** The one condition that is all that is asked, of a list from its beginning; else null. */
    public Criterion.@Nullable Equality condition() {
        return filter == null || startIndex > 1 || after != null || count < 1 ? null : filter.condition();
    }

    /** A page by its index. */
    public static Query page(@Nullable Criterion filter, @Nullable Ordering order, int startIndex, int count) {
        return new Query(filter, order, startIndex, null, count);
    }
}
