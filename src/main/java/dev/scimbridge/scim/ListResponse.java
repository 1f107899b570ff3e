package dev.scimbridge.scim;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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

    public byte[] bytes() {
        int room = items.stream().mapToInt(each -> each.length + 1).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(room + 256);
        write(
                out,
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":" + total
                        + ",\"startIndex\":" + startIndex + ",\"itemsPerPage\":" + items.size());
        cursor(out, "nextCursor", nextCursor);
        cursor(out, "previousCursor", previousCursor);
        write(out, ",\"Resources\":[");
        for (int i = 0; i < items.size(); i++) {
            write(out, i == 0 ? "" : ",");
            out.writeBytes(items.get(i));
        }
        write(out, "]}");
        return out.toByteArray();
    }

    private static void cursor(ByteArrayOutputStream out, String name, @Nullable String cursor) {
        if (cursor != null) {
            String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(cursor));
            write(out, ",\"" + name + "\":\"" + quoted + "\"");
        }
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
