package dev.scimbridge.store.sqlite;

import static dev.scimbridge.store.sqlite.PayloadColumns.PAYLOAD;

import dev.scimbridge.store.AuditLog;
import dev.scimbridge.store.Micros;
import dev.scimbridge.store.sqlite.Statements.Binding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the audit chain. */
final class AuditTrail implements AuditLog {
    private static final String LINES = "SELECT p.seq, a.at, a.kind, "
            + PAYLOAD.names().stream().map(name -> "p." + name).collect(Collectors.joining(", "))
            + " FROM audit_payload p JOIN audit a ON a.seq = p.seq";
    private static final String HISTORY = LINES + " WHERE p.person = ? ORDER BY p.seq DESC LIMIT ?";
    private static final String KIND = LINES + " WHERE a.kind = ? AND p.salt IS NOT NULL ORDER BY a.seq";
    private static final String ALL = ChainRow.SELECT + " ORDER BY a.seq";

    private final Readers readers;

    AuditTrail(Readers readers) {
        this.readers = readers;
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

    @Override
    public void ofKind(String kind, Consumer<Line> visitor) {
        readers.atLength(statements -> {
            statements.each(KIND, to -> to.text(kind), AuditTrail::line, visitor);
            return kind;
        });
    }

    @Override
    public End each(Visitor visitor) {
        return readers.atLength(statements -> {
            statements.each(ALL, Binding.NOTHING, ChainRow::of, row -> visitor.row(row.link(), row.payload()));
            return Head.read(statements).end();
        });
    }

    private static Line line(Row row) throws SQLException {
        long seq = row.number();
        long at = row.number();
        String kind = row.text();
        return new Line(seq, row.part(PAYLOAD).entry(Micros.toInstant(at), kind));
    }
}
