package dev.scimbridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table in the README: a line for each operation, ratios only. */
final class Brief {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- benchmark -->\n";
    private static final String END = "<!-- /benchmark -->";

    private Brief() {}

    static void write(List<Row> rows) throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(README, readme.substring(0, begin) + table(rows) + readme.substring(readme.indexOf(END)));
    }

    static String table(List<Row> rows) {
        Map<Operation, List<Row>> sorted = rows.stream()
                .sorted(Comparator.comparing(Row::people))
                .collect(Collectors.groupingBy(Row::operation, LinkedHashMap::new, Collectors.toList()));
        String sizes = rows.stream()
                .map(Row::people)
                .distinct()
                .sorted()
                .map(people -> String.format(Locale.ROOT, "%,d", people))
                .collect(Collectors.joining(" / "));
        StringBuilder table = new StringBuilder("| operation, with " + sizes
                + " people | beside | CPU, times its | rate, part of its | ms more at the median | rate with most, part of that with fewest |\n"
                + "|---|---|---|---|---|---|\n");
        sorted.forEach((operation, all) -> table.append(line(operation, all)));
        return table.toString();
    }

    private static String line(Operation operation, List<Row> all) {
        double first = all.get(0).bridge().rate();
        double last = all.get(all.size() - 1).bridge().rate();
        boolean isFlat = operation != Operation.SCAN && all.size() > 1;
        return "| "
                + String.join(
                        " | ",
                        operation.title,
                        operation.limit.title,
                        each(all, row -> String.format(Locale.ROOT, "%.1f", row.cpuRatio())),
                        each(all, row -> String.format(Locale.ROOT, "%.2f", row.rateRatio())),
                        each(all, row -> String.format(Locale.ROOT, "%.1f", row.added())),
                        isFlat ? String.format(Locale.ROOT, "%.2f", last / first) : "–")
                + " |\n";
    }

    private static String each(List<Row> rows, Function<Row, String> number) {
        return rows.stream().map(number).collect(Collectors.joining(" / "));
    }
}
