package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.AuditLog.Verdict;
import dev.scimbridge.store.Chain;
import dev.scimbridge.store.sqlite.Statements.Binding;

/** Reads the whole audit chain again. */
final class ChainReading {
    private static final String CHAIN = ChainRow.SELECT + " ORDER BY a.seq";

    /** What is said of no entry. */
    private static final String STRAY =
            "SELECT p.seq FROM audit_payload p LEFT JOIN audit a ON a.seq = p.seq WHERE a.seq IS NULL ORDER BY p.seq";

    private ChainReading() {}

    /** The statements must see one and the same moment throughout. */
    static Verdict of(Statements statements) {
        Chain chain = new Chain(AuditTable.notices(statements));
        statements.each(CHAIN, Binding.NOTHING, ChainRow::of, row -> follow(chain, row));
        chain.end(Head.read(statements).end());
        Long stray = statements.first(STRAY, Binding.NOTHING, Row::number);
        if (stray != null) {
            chain.blame(stray, "something is said of it, and it is not there");
        }
        return chain.verdict();
    }

    private static void follow(Chain chain, ChainRow row) {
        chain.follow(row.link(), row.payload());
        if (!row.typed()) {
            chain.blame(row.link().seq(), "a value of it is not of its kind");
        }
    }
}
