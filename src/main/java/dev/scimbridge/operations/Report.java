package dev.scimbridge.operations;

import java.util.ArrayList;
import java.util.List;

/**
 * A table with a sentence above and some below, to be shown as text, as JSON or as CSV.
 *
 * @param headline the answer in one sentence
 * @param columns names of the columns; empty if there is no table
 * @param rows of as many values as there are columns, {@code ""} where there is nothing
 * @param notes sentences below
 * @param isSound whether all is as it should be; a program that asks is told by its exit code
 */
public record Report(
        String headline, List<String> columns, List<List<String>> rows, List<String> notes, boolean isSound)
        implements Outcome {
    public Report {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row + " does not fit under " + columns);
            }
        }
    }

    /** One sentence. */
    public static Report saying(String headline) {
        return new Report(headline, List.of(), List.of(), List.of(), true);
    }

    public static Report table(String headline, List<String> columns, List<List<String>> rows) {
        return new Report(headline, columns, rows, List.of(), true);
    }

    public Report noting(String... more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(List.of(more));
        return new Report(headline, columns, rows, all, isSound);
    }

    /** The same, as bad news. */
    public Report unsound() {
        return new Report(headline, columns, rows, notes, false);
    }
}
