package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection and its prepared statements, for one thread at a time. A failure of the database, unlike a record that
 * breaks its rules, makes it broken for good: what it did since the last commit is lost, and it can only be closed.
 */
final class Statements implements AutoCloseable {
    private static final int CONSTRAINT = 19;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private volatile @Nullable Thread borrower;
    private @Nullable StoreUnavailable broken;

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** Fills in the parameters of a statement. */
    interface Binding {
        Binding NOTHING = to -> {};

        void to(Binder binder);
    }

    /** Makes a value of one row. */
    interface Reading<T> {
        T from(ResultRow row) throws SQLException;
    }

    /** Runs a step on the connection itself. */
    interface Step {
        void on(Connection connection) throws SQLException;
    }

    /** From now on only this thread may use it; nobody if null. So a transaction that was kept too long is found out. */
    void lend(@Nullable Thread thread) {
        borrower = thread;
    }

    @Nullable
    StoreUnavailable broken() {
        return broken;
    }

    void step(Step step) {
        try {
            step.on(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** How many rows it changed. */
    int change(String sql, Binding binding) {
        try {
            return bound(sql, binding).executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    <T> void each(String sql, Binding binding, Reading<T> reading, Consumer<? super T> visitor) {
        try (ResultSet result = bound(sql, binding).executeQuery()) {
            while (result.next()) {
                visitor.accept(reading.from(new ResultRow(result)));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    <T> List<T> all(String sql, Binding binding, Reading<T> reading) {
        List<T> all = new ArrayList<>();
        each(sql, binding, reading, all::add);
        return all;
    }

    <T> @Nullable T first(String sql, Binding binding, Reading<T> reading) {
        try (ResultSet result = bound(sql, binding).executeQuery()) {
            return result.next() ? reading.from(new ResultRow(result)) : null;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** For a question that always has an answer. */
    <T> T one(String sql, Binding binding, Reading<T> reading) {
        T found = first(sql, binding, reading);
        if (found == null) {
            throw new IllegalStateException("no row answers: " + sql);
        }
        return found;
    }

    private PreparedStatement bound(String sql, Binding binding) throws SQLException {
        if (!Thread.currentThread().equals(borrower)) {
            throw new IllegalStateException("a transaction is used outside its work");
        }
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        Binder binder = new Binder();
        binding.to(binder);
        binder.bind(statement);
        return statement;
    }

    private RuntimeException failure(SQLException e) {
        if ((e.getErrorCode() & 0xFF) == CONSTRAINT) {
            return new IllegalStateException("the record breaks a rule of the store: " + e.getMessage(), e);
        }
        StoreUnavailable unavailable = new StoreUnavailable("the store does not work now: " + e.getMessage(), e);
        broken = unavailable;
        return unavailable;
    }

    @Override
    public void close() {
        step(Connection::close);
    }
}
