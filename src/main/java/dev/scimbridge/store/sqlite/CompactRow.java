package dev.scimbridge.store.sqlite;

import dev.scimbridge.scim.Document;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that come in one value each, for reading a hundred thousand of them: to ask the driver for each column is what
 * takes the time. Between them, and for what is null, stand bytes that are in no text of UTF-8.
 *
 * <p>A row is taken apart in one go, so that reading a record has little code to be compiled when there is no time for it.
 */
final class CompactRow extends Row {
    private static final byte END = (byte) 0xFF;
    private static final byte NULL = (byte) 0xFE;
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
        return columns.stream()
                .map(column -> "ifnull(" + column + ", " + text(NULL) + ")")
                .collect(Collectors.joining(", ", "concat_ws(" + text(END) + ", ", ")"));
    }

    private static String text(byte one) {
        return "CAST(x'" + HexFormat.of().toHexDigits(one) + "' AS TEXT)";
    }

    /** From here on this row. */
    CompactRow at(byte[] row) {
        bytes = row;
        next = 0;
        int at = 0;
        for (int column = 0; column < begins.length; column++) {
            begins[column] = at;
            while (at < row.length && row[at] != END) {
                at++;
            }
            take(column, at++);
        }
        return this;
    }

    private void take(int column, int end) {
        int begin = begins[column];
        boolean isNull = begin < end && bytes[begin] == NULL;
        lengths[column] = isNull ? NOTHING : end - begin;
        // Read as it is, by whoever asks for it.
        boolean isDocument = begin < end && bytes[begin] == '{';
        texts[column] = isNull || isDocument || isNumber(column, end) ? null : text(column);
    }

    /** Takes what stands before the end for a number, and tells whether it is one, or nothing. */
    private boolean isNumber(int column, int end) {
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
    Document document() {
        int column = next++;
        return Document.ofStored(bytes, begins[column], lengths[column]);
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
