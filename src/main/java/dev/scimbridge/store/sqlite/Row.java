package dev.scimbridge.store.sqlite;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.store.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one row of an answer from left to right. */
final class Row {
    private final ResultSet result;
    private int last;

    Row(ResultSet result) {
        this.result = result;
    }

    String text() throws SQLException {
        return there(textOrNull());
    }

    @Nullable
    String textOrNull() throws SQLException {
        return result.getString(++last);
    }

    long number() throws SQLException {
        return result.getLong(++last);
    }

    int count() throws SQLException {
        return result.getInt(++last);
    }

    boolean flag() throws SQLException {
        return result.getBoolean(++last);
    }

    UUID id() throws SQLException {
        return UUID.fromString(text());
    }

    @Nullable
    UUID idOrNull() throws SQLException {
        String value = textOrNull();
        return value == null ? null : UUID.fromString(value);
    }

    AccountType type() throws SQLException {
        return there(typeOrNull());
    }

    @Nullable
    AccountType typeOrNull() throws SQLException {
        String value = textOrNull();
        return value == null ? null : new AccountType(value);
    }

    Instant time() throws SQLException {
        return there(timeOrNull());
    }

    @Nullable
    Instant timeOrNull() throws SQLException {
        long micros = result.getLong(++last);
        return result.wasNull() ? null : Micros.toInstant(micros);
    }

    /** A value that spans several columns. */
    <T> T part(Columns<T> columns) throws SQLException {
        return columns.read(this);
    }

    /** A value that spans several columns, null if the first of them is. */
    <T> @Nullable T partOrNull(Columns<T> columns) throws SQLException {
        if (result.getString(last + 1) != null) {
            return columns.read(this);
        }
        last += columns.names().size();
        return null;
    }

    private <T> T there(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + last + " of a stored row is empty");
        }
        return value;
    }
}
