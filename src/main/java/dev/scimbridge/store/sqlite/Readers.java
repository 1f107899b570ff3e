package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.StoreUnavailable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Connections that only read: one, kept, for short questions in turn; one of its own for each that takes long. */
final class Readers implements AutoCloseable {
    private final Database database;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Statements kept;
    private boolean closed;

    Readers(Database database) {
        this.database = database;
    }

    <T> T briefly(Function<Statements, T> question) {
        turn.lock();
        try {
            Statements statements = kept();
            try {
                return asked(statements, question);
            } finally {
                if (statements.broken() != null) {
                    kept = null;
                    statements.close();
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /** All that the question reads is of one moment. */
    <T> T atLength(Function<Statements, T> question) {
        checkOpen();
        try (Statements statements = new Statements(database.reader())) {
            statements.step(connection -> connection.setAutoCommit(false));
            return asked(statements, question);
        }
    }

    private static <T> T asked(Statements statements, Function<Statements, T> question) {
        statements.lend(Thread.currentThread());
        try {
            return question.apply(statements);
        } finally {
            statements.lend(null);
        }
    }

    private Statements kept() {
        checkOpen();
        Statements statements = kept;
        if (statements == null) {
            statements = new Statements(database.reader());
            kept = statements;
        }
        return statements;
    }

    private void checkOpen() {
        turn.lock();
        try {
            if (closed) {
                throw new StoreUnavailable("the store is closed");
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            closed = true;
            if (kept != null) {
                kept.close();
                kept = null;
            }
        } finally {
            turn.unlock();
        }
    }
}
