package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.store.Picture;
import dev.scimbridge.store.StoreUnavailable;
import dev.scimbridge.store.sqlite.Statements.Binding;
import java.sql.Connection;
import java.util.List;

/**
 * The write connection. It holds the database's write lock from the start of a batch to its commit and at no other
 * time. After any failure it is closed, which rolls back whatever was not committed, and a new one takes its place: the
 * database is then the only truth there is.
 */
final class Session implements AutoCloseable {
    private final Statements statements;
    private final Tables tables;
    private Head head;

    Session(Connection connection, Picture picture) {
        statements = new Statements(connection);
        tables = new Tables(statements, picture);
        try {
            statements.lend(Thread.currentThread());
            head = Head.read(statements);
            statements.lend(null);
        } catch (StoreUnavailable e) {
            statements.close();
            throw e;
        }
    }

    /** What a batch has written. */
    record Written(long revision, Changes changes) {}

    /**
     * Runs the jobs in one transaction, each in its own savepoint, and commits once. Where there are none, what is there
     * is written once more: whether anything can be written is only known by writing.
     */
    Written commit(List<Job<?>> batch) {
        statements.lend(Thread.currentThread());
        try {
            // The driver begins a transaction when this is turned off and commits it when it is turned on again. Its
            // commit() would begin the next one, and an idle connection would keep the lock.
            statements.step(connection -> connection.setAutoCommit(false));
            Changed all = new Changed();
            Head reached = head;
            for (Job<?> job : batch) {
                reached = run(job, reached, all);
            }
            if (batch.isEmpty() || !reached.equals(head)) {
                reached.write(statements);
            }
            statements.step(connection -> connection.setAutoCommit(true));
            head = reached;
            return new Written(head.revision(), all.changes());
        } finally {
            statements.lend(null);
        }
    }

    private Head run(Job<?> job, Head before, Changed all) {
        statements.change("SAVEPOINT work", Binding.NOTHING);
        Tables.Mark mark = tables.mark();
        SqlTransaction transaction = new SqlTransaction(tables, before.nextRevision());
        boolean done = job.runs(transaction);
        StoreUnavailable broken = statements.broken();
        if (broken != null) {
            throw broken;
        }
        if (!done) {
            statements.change("ROLLBACK TO work", Binding.NOTHING);
            tables.back(mark);
        }
        statements.change("RELEASE work", Binding.NOTHING);
        if (!done) {
            return before;
        }
        all.addAll(transaction.written());
        return transaction.head();
    }

    @Override
    public void close() {
        statements.close();
    }
}
