package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.AuditLog;
import dev.scimbridge.store.sqlite.Statements.Binding;
import java.sql.SQLException;

/**
 * How far the store has come.
 *
 * @param revision of the last commit
 * @param entries how many the audit chain has
 * @param hash of its last entry
 */
record Head(long revision, long entries, String hash) {
    private static final String READ = "SELECT revision, entries, hash FROM head WHERE one = 1";
    private static final String WRITE = "UPDATE head SET revision = ?, entries = ?, hash = ? WHERE one = 1";

    static Head read(Statements statements) {
        return statements.one(READ, Binding.NOTHING, Head::from);
    }

    private static Head from(Row row) throws SQLException {
        return new Head(row.number(), row.number(), row.text());
    }

    void write(Statements statements) {
        statements.change(WRITE, to -> to.number(revision).number(entries).text(hash));
    }

    AuditLog.End end() {
        return new AuditLog.End(entries, hash);
    }

    Head nextRevision() {
        return new Head(revision + 1, entries, hash);
    }

    Head endingWith(String lastHash) {
        return new Head(revision, entries + 1, lastHash);
    }
}
