package dev.scimbridge.scim;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of resources as clients get it (RFC 7644, 3.4.2; cursors: RFC 9865, 2). The resources are bytes already and are
 * joined, not read again. {@code Resources} is there even when it is empty: authentik and Entra need it.
 */
public record ListResponse(
        long total,
        long startIndex,
        List<byte[]> items,
        @Nullable String nextCursor,
        @Nullable String previousCursor) {

    private static final byte[] COMMA = {','};
    private static final byte[] END = {']', '}'};

    public ListResponse {
        items = List.copyOf(items);
    }

    public static ListResponse page(long total, long startIndex, List<byte[]> items) {
        return new ListResponse(total, startIndex, items, null, null);
    }

    public ListResponse next(@Nullable String cursor) {
        return new ListResponse(total, startIndex, items, cursor, previousCursor);
    }

    public ListResponse previous(@Nullable String cursor) {
        return new ListResponse(total, startIndex, items, nextCursor, cursor);
    }

    /** The whole, as it goes out. */
    public Parts parts() {
        List<byte[]> parts = new ArrayList<>(2 * items.size() + 2);
        parts.add(head().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                parts.add(COMMA);
            }
            parts.add(items.get(i));
        }
        parts.add(END);
        return new Parts(parts);
    }

    private String head() {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":" + total
                + ",\"startIndex\":" + startIndex + ",\"itemsPerPage\":" + items.size()
                + cursor("nextCursor", nextCursor) + cursor("previousCursor", previousCursor) + ",\"Resources\":[";
    }

    private static String cursor(String name, @Nullable String cursor) {
        if (cursor == null) {
            return "";
        }
        return ",\"" + name + "\":\""
                + new String(JsonStringEncoder.getInstance().quoteAsString(cursor)) + "\"";
    }
}
