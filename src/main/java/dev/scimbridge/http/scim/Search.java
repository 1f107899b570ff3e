package dev.scimbridge.http.scim;

import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Mark;
import dev.scimbridge.directory.Query;
import dev.scimbridge.http.scim.dialect.Dialect;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Ordering;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.SearchRequest;
import org.jspecify.annotations.Nullable;

/**
 * What one client asks of a list, wherever it said so, and what that means (RFC 7644 3.4.2, RFC 9865 2).
 *
 * @param connection the name of its token
 * @param at where resources are, as it reaches them
 */
record Search(SearchRequest said, String connection, Locations at) {
    static final int LARGEST_PAGE = 1000;
    static final int PAGE = 100;

    /** A part of what matches among one kind of resources, whose names the schema knows. */
    Query query(ResourceSchema schema, int startIndex, @Nullable Mark after, int count) {
        String filter = said.filter();
        String sortBy = said.sortBy();
        return new Query(
                filter == null ? null : Criterion.parse(Dialect.filter(filter), schema),
                sortBy == null ? null : Ordering.by(sortBy, said.sortOrder(), schema),
                startIndex,
                after,
                count);
    }

    Projection projection(ResourceSchema schema) {
        return Projection.of(said.attributes(), said.excludedAttributes(), schema);
    }

    /** Where a page by its index begins. */
    int startIndex() {
        Integer startIndex = said.startIndex();
        return startIndex == null ? 1 : Math.max(1, startIndex);
    }

    /** How many the page may have. */
    int count() {
        Integer count = said.count();
        return count == null ? PAGE : Math.min(LARGEST_PAGE, Math.max(0, count));
    }
}
