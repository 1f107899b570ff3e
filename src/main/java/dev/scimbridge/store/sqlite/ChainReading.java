package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.AuditLog.Fault;
import dev.scimbridge.store.AuditLog.Verdict;
import dev.scimbridge.store.sqlite.Statements.Binding;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of the whole audit chain, entry by entry, up to the first that is not as it was written. */
final class ChainReading {
    private static final String NOWHERE = "0".repeat(64);
    private static final String CHAIN =
            "SELECT " + of("a", Link.COLUMNS.names()) + ", p.seq, " + of("p", Payload.COLUMNS.names())
                    + " FROM audit a LEFT JOIN audit_payload p ON p.seq = a.seq ORDER BY a.seq";

    private Head reached = new Head(0, 0, NOWHERE);
    private @Nullable Fault fault;

    /**
     * A chained row and what it says.
     *
     * @param payload null if that row is missing
     */
    private record Read(Link link, @Nullable Payload payload) {
        static Read of(Row row) throws SQLException {
            Link link = row.part(Link.COLUMNS);
            boolean there = row.textOrNull() != null;
            return new Read(link, there ? row.part(Payload.COLUMNS) : null);
        }
    }

    private static String of(String table, List<String> names) {
        return Names.listed(names.stream().map(name -> table + "." + name).toList());
    }

    /** The statements must see one and the same moment throughout. */
    static Verdict of(Statements statements) {
        ChainReading reading = new ChainReading();
        statements.each(CHAIN, Binding.NOTHING, Read::of, reading::follow);
        return reading.verdict(Head.read(statements));
    }

    private void follow(Read read) {
        if (fault != null) {
            return;
        }
        long expected = reached.entries() + 1;
        String why = wrong(read, expected);
        if (why == null) {
            reached = reached.endingWith(read.link.hash());
        } else {
            fault = new Fault(expected, why);
        }
    }

    private @Nullable String wrong(Read read, long expected) {
        Link link = read.link;
        Payload payload = read.payload;
        if (link.seq() != expected) {
            return "it is missing";
        }
        if (!link.previous().equals(reached.hash())) {
            return "it does not follow the entry before it";
        }
        if (!link.seal().equals(link.hash())) {
            return "its hash is not that of its row";
        }
        if (payload == null) {
            return "what it says is missing";
        }
        if (!payload.isErased() && !payload.hash().equals(link.payload())) {
            return "what it says was changed";
        }
        return null;
    }

    private Verdict verdict(Head head) {
        if (fault == null && reached.entries() < head.entries()) {
            fault = new Fault(reached.entries() + 1, "it is missing");
        } else if (fault == null && reached.entries() > head.entries()) {
            fault = new Fault(head.entries() + 1, "it is beyond the end of the chain");
        } else if (fault == null && !reached.hash().equals(head.hash())) {
            fault = new Fault(head.entries(), "the chain does not end with it");
        }
        return new Verdict(head.entries(), fault);
    }
}
