package dev.scimbridge.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that come in one value each, for reading a hundred thousand of them: to ask the driver for each column is what
 * takes the time. Before each column stands of how many bytes it is, and a colon; before one that is null the colon alone.
 *
 * <p>A row is taken apart in one go, so that reading a record has little code to be compiled when there is no time for it.
 */
final class CompactRow extends Row {
    private static final char COLON = ':';

    /** A function of SQLite's takes a hundred values. */
    private static final int MOST = 30;

    private static final int NOTHING = -1;

    private final int[] begins;
    private final int[] lengths;
    private final long[] numbers;

    /** What is not a number: one place makes all texts, so that whoever reads a record is little code to be compiled. */
    private final @Nullable String[] texts;

    private byte[] bytes = {};
    private int next;

    CompactRow(int columns) {
        begins = new int[columns];
        lengths = new int[columns];
        numbers = new long[columns];
        texts = new String[columns];
    }

    /** What is to be selected for these columns. */
    static String of(List<String> columns) {
        String first = columns.stream()
                .limit(MOST)
                .map(column -> "octet_length(" + column + "), '" + COLON + "', " + column)
                .collect(Collectors.joining(", ", "concat(", ")"));
        return columns.size() <= MOST ? first : first + " || " + of(columns.subList(MOST, columns.size()));
    }

    /** From here on this row. */
    CompactRow at(byte[] row) {
        bytes = row;
        next = 0;
        int at = 0;
        for (int column = 0; column < begins.length; column++) {
            int begin = at;
            int length = 0;
            while (row[at] != COLON) {
                length = length * 10 + row[at++] - '0';
            }
            lengths[column] = at == begin ? NOTHING : length;
            begins[column] = ++at;
            at += length;
            boolean isNumber = take(column, at);
            texts[column] = isNumber ? null : text(column);
        }
        return this;
    }

    /** Takes what stands before the end for a number, and tells whether it is one, or nothing. */
    private boolean take(int column, int end) {
        int at = begins[column];
        boolean isNegative = at < end && bytes[at] == '-';
        long number = 0;
        for (at += isNegative ? 1 : 0; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            number = number * 10 + digit;
        }
        numbers[column] = isNegative ? -number : number;
        return true;
    }

    private String text(int column) {
        return new String(bytes, begins[column], lengths[column], StandardCharsets.UTF_8);
    }

    @Override
    boolean isNull() {
        return lengths[next] == NOTHING;
    }

    @Override
    @Nullable
    String textOrNull() {
        int column = next++;
        String text = texts[column];
        return text != null || lengths[column] == NOTHING ? text : text(column);
    }

    @Override
    long number() {
        return numbers[next++];
    }

    @Override
    @Nullable
    Long numberOrNull() {
        return isNull() ? skipped() : Long.valueOf(number());
    }

    private @Nullable Long skipped() {
        skip();
        return null;
    }

    @Override
    void skip() {
        next++;
    }
}
