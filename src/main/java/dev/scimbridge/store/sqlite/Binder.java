package dev.scimbridge.store.sqlite;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.store.Micros;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills the parameters of a statement from left to right. */
final class Binder {
    private final PreparedStatement statement;
    private int last;

    Binder(PreparedStatement statement) {
        this.statement = statement;
    }

    Binder text(@Nullable String value) throws SQLException {
        statement.setString(++last, value);
        return this;
    }

    Binder number(long value) throws SQLException {
        statement.setLong(++last, value);
        return this;
    }

    Binder flag(boolean value) throws SQLException {
        statement.setBoolean(++last, value);
        return this;
    }

    Binder id(@Nullable UUID value) throws SQLException {
        return text(value == null ? null : value.toString());
    }

    Binder type(@Nullable AccountType value) throws SQLException {
        return text(value == null ? null : value.value());
    }

    Binder time(@Nullable Instant value) throws SQLException {
        return value == null ? nothing() : number(Micros.of(value));
    }

    /** A value that spans several columns, all of them null if it is missing. */
    <T> Binder part(Columns<T> columns, @Nullable T value) throws SQLException {
        if (value == null) {
            for (int i = 0; i < columns.names().size(); i++) {
                nothing();
            }
        } else {
            columns.write(value, this);
        }
        return this;
    }

    private Binder nothing() throws SQLException {
        statement.setNull(++last, Types.NULL);
        return this;
    }
}
