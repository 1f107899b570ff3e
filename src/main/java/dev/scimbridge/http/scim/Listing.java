package dev.scimbridge.http.scim;

import dev.scimbridge.directory.Mark;
import dev.scimbridge.directory.Page;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.scim.ListResponse;
import dev.scimbridge.scim.Projection;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of one kind of resources after the other, each filtered and sorted for itself: an attribute that a kind does
 * not know has no value there (RFC 7644 3.4.2.1).
 */
record Listing(List<Kind<?>> kinds) {
    Response answer(Snapshot snapshot, Search search) {
        return Replies.json(200, page(snapshot, search).bytes()).build();
    }

    ListResponse page(Snapshot snapshot, Search search) {
        int total = 0;
        List<byte[]> items = new ArrayList<>();
        for (Kind<?> kind : kinds) {
            int begin = Math.max(1, search.startIndex() - total);
            Part part = new Part(begin, null, search.count() - items.size());
            Page<byte[]> page = page(kind, snapshot, search, part);
            total += page.total();
            items.addAll(page.items());
        }
        return ListResponse.page(total, search.startIndex(), items);
    }

    /** What is wanted of one kind. */
    private record Part(int startIndex, @Nullable Mark after, int count) {}

    private static <T> Page<byte[]> page(Kind<T> kind, Snapshot snapshot, Search search, Part part) {
        Projection projection = search.projection(kind.schema());
        Page<T> page = kind.page(snapshot, search.query(kind.schema(), part.startIndex, part.after, part.count));
        List<byte[]> items = page.items().stream()
                .map(each -> Kind.shown(kind, snapshot, each, search.at(), projection))
                .toList();
        return new Page<>(page.total(), page.startIndex(), items, page.last());
    }
}
