package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Mark;
import dev.scimbridge.directory.Page;
import dev.scimbridge.directory.Query;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.http.scim.read.Cursors.Position;
import dev.scimbridge.scim.ListResponse;
import dev.scimbridge.scim.Projection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of one kind of resources after the other, each filtered and sorted for itself: an attribute that a kind does
 * not know has no value there (RFC 7644 3.4.2.1). It is read by pages, which newcomers do not move, or by a walk, which
 * nothing moves (RFC 9865).
 */
public record Listing(List<Shelf<?>> shelves, Cursors cursors) {
    public Answer answer(Snapshot snapshot, Search search) {
        return Answer.json(200, list(snapshot, search).parts());
    }

    ListResponse list(Snapshot snapshot, Search search) {
        return search.cursor() == null ? page(snapshot, search) : walk(snapshot, search, search.cursor());
    }

    private ListResponse page(Snapshot snapshot, Search search) {
        int total = 0;
        List<byte[]> items = new ArrayList<>();
        for (Shelf<?> shelf : shelves) {
            int begin = Math.max(1, search.startIndex() - total);
            Page<byte[]> page = page(shelf, snapshot, search, new Part(begin, null, search.count() - items.size()));
            total += page.total();
            items.addAll(page.items());
        }
        return ListResponse.page(total, search.startIndex(), items);
    }

    private ListResponse walk(Snapshot snapshot, Search search, String cursor) {
        String question = search.question(shelves);
        Position from = cursor.isEmpty() ? Position.START : cursors.read(cursor, question);
        int total = 0;
        int begin = 1;
        Position next = null;
        List<byte[]> items = new ArrayList<>();
        for (int at = 0; at < shelves.size(); at++) {
            boolean stands = at == from.part();
            int room = at < from.part() ? 0 : search.count() - items.size();
            Page<byte[]> page =
                    page(shelves.get(at), snapshot, search, new Part(1, stands ? from.after() : null, room));
            begin = stands ? total + page.startIndex() : begin;
            if (next == null && at >= from.part()) {
                next = room == 0 && page.total() > 0 ? new Position(at, null) : position(at, page.last());
            }
            total += page.total();
            items.addAll(page.items());
        }
        return ListResponse.page(total, begin, items).next(next == null ? null : cursors.write(next, question));
    }

    private static @Nullable Position position(int part, @Nullable Mark last) {
        return last == null ? null : new Position(part, last);
    }

    /** What is wanted of one kind. */
    private record Part(int startIndex, @Nullable Mark after, int count) {}

    private static <T> Page<byte[]> page(Shelf<T> shelf, Snapshot snapshot, Search search, Part part) {
        Projection projection = search.projection(shelf.schema());
        Query query = search.query(shelf.schema(), part.startIndex, part.after, part.count);
        return shelf.shown(snapshot, query, search.at(), projection);
    }
}
