package dev.scimbridge.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row as the driver has it. */
final class ResultRow extends Row {
    private final ResultSet result;
    private int last;

    ResultRow(ResultSet result) {
        this.result = result;
    }

    @Override
    boolean isNull() throws SQLException {
        return result.getObject(last + 1) == null;
    }

    @Override
    @Nullable
    String textOrNull() throws SQLException {
        return result.getString(++last);
    }

    @Override
    long number() throws SQLException {
        return result.getLong(++last);
    }

    @Override
    @Nullable
    Long numberOrNull() throws SQLException {
        long number = number();
        return result.wasNull() ? null : number;
    }

    @Override
    void skip() {
        last++;
    }

    byte[] bytes() throws SQLException {
        return result.getBytes(++last);
    }
}
