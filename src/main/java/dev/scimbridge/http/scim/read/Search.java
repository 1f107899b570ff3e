package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Mark;
import dev.scimbridge.directory.Query;
import dev.scimbridge.http.scim.dialect.Dialect;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Ordering;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.scim.SearchRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one client asks of a list, wherever it said so, and what that means (RFC 7644 3.4.2, RFC 9865 2).
 *
 * @param connection the name of its token
 * @param at where resources are, as it reaches them
 */
public record Search(SearchRequest said, String connection, Locations at) {
    public static final int LARGEST_PAGE = 1000;
    public static final int PAGE = 100;

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

    /** Where the walk stands, empty at its beginning; null for a page by its index, which is what is usual. */
    @Nullable
    String cursor() {
        return said.cursor();
    }

    /**
     * How many the page may have. What is too much is taken as the most there can be, by either method; a walk that does
     * not move on is refused (RFC 9865 2.1).
     */
    int count() {
        int count = said.count() == null ? PAGE : Math.min(LARGEST_PAGE, said.count());
        if (count < 1 && said.cursor() != null) {
            throw ScimProblem.invalidCount("with a cursor, count must be from 1 to " + LARGEST_PAGE);
        }
        return Math.max(0, count);
    }

    /** Who asks what: what must be the same when a walk goes on. */
    String question(List<Shelf<?>> shelves) {
        Stream<String> endpoints = shelves.stream().map(Shelf::endpoint);
        return Stream.concat(endpoints, Stream.of(connection, said.filter(), said.sortBy(), said.sortOrder()))
                .map(part -> part == null ? "-" : part.length() + ":" + part)
                .collect(Collectors.joining(","));
    }
}
