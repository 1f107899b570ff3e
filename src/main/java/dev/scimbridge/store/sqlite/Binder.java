package dev.scimbridge.store.sqlite;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.store.Micros;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, from left to right: text, whole numbers, and null. */
final class Binder {
    /** More than a record has columns now. What has more is taken too, at some cost to the compiler. */
    private static final int SOME = 64;

    private @Nullable Object[] values = new Object[SOME];
    private int size;

    Binder text(@Nullable String value) {
        return value(value);
    }

    Binder number(long value) {
        return value(value);
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

    /** A value that spans several columns. */
    <T> Binder part(Columns<T> columns, T value) {
        columns.write(value, this);
        return this;
    }

    /**
     * A value that spans several columns and is missing: all of them are null. One that is there writes itself, and not by
     * way of a method for all, into which all would be compiled.
     */
    Binder missing(Columns<?> columns) {
        size += columns.names().size();
        return this;
    }

    /** Some of those that another binder has taken. */
    Binder some(BitSet which, Binder of) {
        for (int i = which.nextSetBit(0); i >= 0; i = which.nextSetBit(i + 1)) {
            value(of.at(i));
        }
        return this;
    }

    private Binder value(@Nullable Object value) {
        if (size >= values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        return this;
    }

    private @Nullable Object at(int i) {
        return i < values.length ? values[i] : null;
    }

    /** Which of them are not null. */
    BitSet said() {
        BitSet said = new BitSet(size);
        for (int i = 0; i < size; i++) {
            said.set(i, at(i) != null);
        }
        return said;
    }

    /** Which of them differ from those of another of the same columns. */
    BitSet different(Binder other) {
        BitSet different = new BitSet(size);
        for (int i = 0; i < size; i++) {
            different.set(i, !Objects.equals(at(i), other.at(i)));
        }
        return different;
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < size; i++) {
            Object value = at(i);
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
