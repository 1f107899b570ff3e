package dev.scimbridge.http.manage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.operations.Report;
import java.util.List;
import java.util.stream.Collectors;

/** The forms in which a report is shown. */
enum Shown {
    TEXT("text/plain; charset=utf-8") {
        @Override
        String of(Report report) {
            StringBuilder text = new StringBuilder(report.headline()).append('\n');
            if (!report.rows().isEmpty()) {
                text.append('\n');
                int[] widths = widths(report);
                line(text, report.columns(), widths);
                report.rows().forEach(row -> line(text, row, widths));
            }
            if (!report.notes().isEmpty()) {
                text.append('\n');
                report.notes().forEach(note -> text.append(note).append('\n'));
            }
            return text.toString();
        }
    },
    JSON("application/json") {
        @Override
        String of(Report report) {
            ObjectNode tree = JsonNodeFactory.instance.objectNode();
            tree.put("sound", report.isSound()).put("headline", report.headline());
            ArrayNode rows = tree.putArray("rows");
            for (List<String> row : report.rows()) {
                ObjectNode each = rows.addObject();
                for (int i = 0; i < row.size(); i++) {
                    each.put(report.columns().get(i), row.get(i));
                }
            }
            ArrayNode notes = tree.putArray("notes");
            report.notes().forEach(notes::add);
            return tree.toPrettyString() + "\n";
        }
    },
    /** RFC 4180. */
    CSV("text/csv; charset=utf-8") {
        @Override
        String of(Report report) {
            StringBuilder text = new StringBuilder(quoted(report.columns()));
            report.rows().forEach(row -> text.append(quoted(row)));
            return text.toString();
        }
    };

    private static final int GAP = 2;

    private final String contentType;

    Shown(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    abstract String of(Report report);

    private static int[] widths(Report report) {
        int[] widths = new int[report.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    report.columns().get(i).length(),
                    report.rows().stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0));
        }
        return widths;
    }

    private static void line(StringBuilder text, List<String> values, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String value = values.get(i);
            line.append(value).append(" ".repeat(widths[i] - value.length() + GAP));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** A spreadsheet takes what begins with these signs for a formula. */
    private static String quoted(List<String> values) {
        return values.stream()
                        .map(value -> value.matches("(?s)[=+@-].*") ? "'" + value : value)
                        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}
