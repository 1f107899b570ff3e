package dev.scimbridge.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured, as tables in Markdown. */
final class Report {
    private static final String HEAD = """
            | operation | people | requests/s | p50 ms | p99 ms | errors | CPU µs | limit | its requests/s | its p50 ms | its CPU µs | CPU ratio | rate ratio |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    private Report() {}

    static String full(List<Row> rows) {
        return HEAD + rows.stream().map(Report::line).collect(Collectors.joining("\n", "", "\n"));
    }

    static String line(Row row) {
        Load bridge = row.bridge();
        Load limit = row.limit();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.2f | %.2f | %d | %.0f | %s | %.0f | %.2f | %.0f | %.2f | %.2f |",
                row.operation().title,
                row.people(),
                bridge.rate(),
                bridge.p50Millis(),
                bridge.p99Millis(),
                bridge.errors(),
                bridge.cpu(),
                row.operation().limit.title,
                limit.rate(),
                limit.p50Millis(),
                limit.cpu(),
                row.cpuRatio(),
                row.rateRatio());
    }
}
