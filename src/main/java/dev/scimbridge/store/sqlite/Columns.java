package dev.scimbridge.store.sqlite;

import java.sql.SQLException;
import java.util.List;

/**
 * How a value lies in neighbouring columns: their names, and the way there and back, all in one order. The first column
 * of a value that may be missing is never null when it is there.
 */
interface Columns<T> {
    List<String> names();

    void write(T value, Binder to);

    T read(Row from) throws SQLException;
}
