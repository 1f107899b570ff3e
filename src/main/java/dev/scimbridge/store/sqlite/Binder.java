package dev.scimbridge.store.sqlite;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.store.Micros;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, from left to right: text, whole numbers, and null. */
final class Binder {
    private final List<@Nullable Object> values = new ArrayList<>();

    Binder text(@Nullable String value) {
        values.add(value);
        return this;
    }

    Binder number(long value) {
        values.add(value);
        return this;
    }

    Binder flag(boolean value) {
        return number(value ? 1 : 0);
    }

    Binder id(@Nullable UUID value) {
        return text(value == null ? null : value.toString());
    }

    Binder type(@Nullable AccountType value) {
        return text(value == null ? null : value.value());
    }

    Binder time(@Nullable Instant value) {
        return value == null ? text(null) : number(Micros.of(value));
    }

    /** A value that spans several columns, all of them null if it is missing. */
    <T> Binder part(Columns<T> columns, @Nullable T value) {
        if (value == null) {
            values.addAll(Collections.nCopies(columns.names().size(), null));
        } else {
            columns.write(value, this);
        }
        return this;
    }

    /** One that another binder has taken. */
    Binder value(@Nullable Object value) {
        values.add(value);
        return this;
    }

    List<@Nullable Object> values() {
        return Collections.unmodifiableList(values);
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof String text) {
                statement.setString(i + 1, text);
            } else if (value instanceof Long number) {
                statement.setLong(i + 1, number);
            } else {
                statement.setNull(i + 1, Types.NULL);
            }
        }
    }
}
