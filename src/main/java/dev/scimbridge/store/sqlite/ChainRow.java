package dev.scimbridge.store.sqlite;

import static dev.scimbridge.store.sqlite.LinkColumns.LINK;
import static dev.scimbridge.store.sqlite.PayloadColumns.PAYLOAD;

import dev.scimbridge.store.Link;
import dev.scimbridge.store.Payload;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chained row and what it says.
 *
 * @param typed whether each value is of its column's type: SQLite keeps others too, and reads some of them alike
 * @param payload null if that row is missing
 */
record ChainRow(boolean typed, Link link, @Nullable Payload payload) {
    static final String SELECT = "SELECT " + ofTheirTypes() + ", " + of("a", LINK.names()) + ", p.seq, "
            + of("p", PAYLOAD.names()) + " FROM audit a LEFT JOIN audit_payload p ON p.seq = a.seq";

    static ChainRow of(Row row) throws SQLException {
        boolean typed = row.flag();
        Link link = row.part(LINK);
        boolean there = row.textOrNull() != null;
        return new ChainRow(typed, link, there ? row.part(PAYLOAD) : null);
    }

    private static String of(String table, List<String> names) {
        return names.stream().map(name -> table + "." + name).collect(Collectors.joining(", "));
    }

    private static String ofTheirTypes() {
        Stream<String> link = LINK.names().stream().map(name -> {
            boolean number = name.equals("seq") || name.equals("at");
            return "typeof(a." + name + ") = '" + (number ? "integer" : "text") + "'";
        });
        Stream<String> payload = PAYLOAD.names().stream().map(name -> "typeof(p." + name + ") IN ('text', 'null')");
        return Stream.concat(link, payload).collect(Collectors.joining(" AND "));
    }
}
