package dev.scimbridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables in the README: of each operation ratios only, and what is not a rate. */
final class Brief {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- benchmark -->\n";
    private static final String END = "<!-- /benchmark -->";

    /** Another one that is told goes the same way. */
    private static final Set<Operation> LEFT_OUT =
            EnumSet.of(Operation.EXTERNAL_ID, Operation.ACTIVE_OKTA, Operation.ROLE_ENTRA);

    private Brief() {}

    /** Puts text in the place of what the last run has written. */
    static void write(String text) throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(README, readme.substring(0, begin) + text + readme.substring(readme.indexOf(END)));
    }

    /** How it was measured. */
    static String manner(Choices choices) {
        return String.format(
                Locale.ROOT,
                "What is read was asked in turn of all sizes, of %d processes each. Rate and processor time are of the piece"
                        + " of load that a quarter went better than, for whoever shares the machine only takes from it.%n",
                choices.starts());
    }

    static String table(List<Row> rows) {
        Map<Operation, List<Row>> sorted = rows.stream()
                .filter(row -> !LEFT_OUT.contains(row.operation()))
                .sorted(Comparator.comparing(Row::people))
                .collect(Collectors.groupingBy(Row::operation, LinkedHashMap::new, Collectors.toList()));
        List<Integer> sizes = rows.stream().map(Row::people).distinct().sorted().toList();
        String named = sizes.stream()
                .map(people -> String.format(Locale.ROOT, "%,d", people))
                .collect(Collectors.joining(" / "));
        StringBuilder table = new StringBuilder("| operation, with " + named
                + " people | beside | CPU, times its | rate, part of its | ms more at the median"
                + " | rate with most, part of that with fewest | the same of requests for one CPU second |\n"
                + "|---|---|---|---|---|---|---|\n");
        sorted.forEach((operation, all) -> table.append(line(operation, all, sizes)));
        return table.toString();
    }

    private static String line(Operation operation, List<Row> all, List<Integer> sizes) {
        Load first = all.get(0).bridge();
        Load last = all.get(all.size() - 1).bridge();
        boolean isFlat = operation != Operation.SCAN && all.size() > 1;
        return "| "
                + String.join(
                        " | ",
                        operation.title,
                        operation.limit.title,
                        each(all, sizes, row -> number("%.1f", row.cpuRatio())),
                        each(all, sizes, row -> number("%.2f", row.rateRatio())),
                        each(all, sizes, row -> number("%.1f", row.added())),
                        isFlat ? number("%.2f", last.rate() / first.rate()) : "–",
                        isFlat ? number("%.2f", first.cpu() / last.cpu()) : "–")
                + " |\n";
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    /** A number for each size at which it was measured. */
    private static String each(List<Row> rows, List<Integer> sizes, Function<Row, String> number) {
        Map<Integer, String> numbers = rows.stream().collect(Collectors.toMap(Row::people, number));
        return sizes.stream().map(size -> numbers.getOrDefault(size, "–")).collect(Collectors.joining(" / "));
    }
}
