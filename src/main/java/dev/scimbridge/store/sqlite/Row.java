package dev.scimbridge.store.sqlite;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.scim.Document;
import dev.scimbridge.store.Micros;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one row of an answer from left to right. */
abstract class Row {
    /** Whether there is nothing in the column that comes next. */
    abstract boolean isNull() throws SQLException;

    @Nullable
    abstract String textOrNull() throws SQLException;

    /** 0 if there is nothing. */
    abstract long number() throws SQLException;

    @Nullable
    abstract Long numberOrNull() throws SQLException;

    /** Passes over one column. */
    abstract void skip() throws SQLException;

    String text() throws SQLException {
        return there(textOrNull());
    }

    int count() throws SQLException {
        return Math.toIntExact(number());
    }

    boolean flag() throws SQLException {
        return number() != 0;
    }

    /** What {@link Document#json()} once said. */
    Document document() throws SQLException {
        return Document.ofStored(text());
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
        Long micros = numberOrNull();
        return micros == null ? null : Micros.toInstant(micros);
    }

    /** A value that spans several columns. */
    <T> T part(Columns<T> columns) throws SQLException {
        return columns.read(this);
    }

    /**
     * Whether a value that spans several columns is missing, because the first of them is null; then they are passed
     * over. Its reading is left to the caller, who knows the very type: read in one place for all, each would be compiled
     * into it.
     */
    boolean isMissing(Columns<?> columns) throws SQLException {
        if (!isNull()) {
            return false;
        }
        for (int i = 0; i < columns.names().size(); i++) {
            skip();
        }
        return true;
    }

    private <T> T there(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a column of a stored row is empty");
        }
        return value;
    }
}
