package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.AuditLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Reads the audit chain. */
final class AuditTrail implements AuditLog {
    private static final String HISTORY = "SELECT p.seq, a.at, a.kind, " + Names.listed(qualified())
            + " FROM audit_payload p JOIN audit a ON a.seq = p.seq WHERE p.person = ? ORDER BY p.seq DESC LIMIT ?";

    private final Readers readers;

    AuditTrail(Readers readers) {
        this.readers = readers;
    }

    private static List<String> qualified() {
        return Payload.COLUMNS.names().stream().map(name -> "p." + name).toList();
    }

    @Override
    public Verdict verify() {
        return readers.atLength(ChainReading::of);
    }

    @Override
    public List<Line> history(UUID person, int limit) {
        List<Line> latestFirst = readers.briefly(
                statements -> statements.all(HISTORY, to -> to.id(person).number(limit), AuditTrail::line));
        List<Line> inOrder = new ArrayList<>(latestFirst);
        Collections.reverse(inOrder);
        return inOrder;
    }

    private static Line line(Row row) throws SQLException {
        long seq = row.number();
        long at = row.number();
        String kind = row.text();
        return new Line(seq, row.part(Payload.COLUMNS).entry(Micros.toInstant(at), kind));
    }
}
