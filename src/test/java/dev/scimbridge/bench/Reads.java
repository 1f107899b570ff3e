package dev.scimbridge.bench;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is read, with all sizes and the limit up at once and asked in turn: the machine is not the same from one minute to
 * the next. Two processes that do the same differ by what they were compiled to, so each size is started several times.
 */
final class Reads {
    private final Choices choices;
    private final Limits limits;
    private final List<Scenery> sceneries;
    private final List<Operation> reads;
    private final Map<Operation, List<Load>> limit = new LinkedHashMap<>();
    private final Map<Operation, Map<Scenery, List<Load>>> ours = new LinkedHashMap<>();

    private Reads(Choices choices, Limits limits, List<Scenery> sceneries) {
        this.choices = choices;
        this.limits = limits;
        this.sceneries = sceneries;
        reads = choices.operations().stream().filter(Operation::isRead).toList();
        for (Operation read : reads) {
            limit.put(read, new ArrayList<>());
            ours.put(read, new LinkedHashMap<>());
            sceneries.forEach(scenery -> ours.get(read).put(scenery, new ArrayList<>()));
        }
    }

    static List<Row> among(List<Scenery> sceneries, Choices choices, Limits limits) {
        Reads all = new Reads(choices, limits, sceneries);
        if (!all.reads.isEmpty()) {
            all.measure();
        }
        return all.rows();
    }

    private void measure() {
        for (int start = 0; start < choices.starts(); start++) {
            sceneries.forEach(Scenery::restart);
            sceneries.forEach(this::warm);
            for (Operation read : reads) {
                limits.answerAs(model(read));
                limits.fixed(read.connections, limit.get(read).isEmpty() ? choices.warming() : 1);
                for (int round = 0; round < choices.rounds(); round++) {
                    inTurn(read);
                }
                System.out.println(said(start, read));
            }
        }
    }

    /**
     * With everything that is read, before any of it counts: what comes later is news to what was compiled without. As long
     * whatever the size.
     */
    private void warm(Scenery scenery) {
        for (Operation read : reads) {
            scenery.load(scenery.anybody(read.script, read.connections), choices.warming(largest().people));
        }
    }

    private Scenery largest() {
        return Collections.max(sceneries, Comparator.comparingInt(scenery -> scenery.people));
    }

    private void inTurn(Operation read) {
        ours.get(read)
                .forEach((scenery, loads) ->
                        loads.add(scenery.load(scenery.anybody(read.script, read.connections), choices.seconds())));
        limit.get(read).add(limits.fixed(read.connections, choices.seconds()));
    }

    /** What a start has shown, for who wants to know how much one differs from another. */
    private String said(int start, Operation read) {
        int from = start * choices.rounds();
        StringBuilder said = new StringBuilder(read.title)
                .append(", µs of start ")
                .append(start + 1)
                .append(':');
        ours.get(read)
                .forEach((scenery, loads) ->
                        said.append(' ').append(scenery.people).append(' ').append(cpu(loads, from)));
        return said.append(", ")
                .append(read.limit.title)
                .append(' ')
                .append(cpu(limit.get(read), from))
                .toString();
    }

    private static String cpu(List<Load> loads, int from) {
        return String.format(
                Locale.ROOT,
                "%.1f",
                Load.quiet(loads.subList(from, loads.size())).cpu());
    }

    /** An answer of the size that such answers have. */
    private HttpResponse<byte[]> model(Operation read) {
        Scenery scenery = largest();
        String[] person = scenery.someone();
        return scenery.bridge.read("/scim/v2/Users"
                + switch (read) {
                    case READ -> "/" + person[4];
                    case PAGE -> "?count=100&startIndex=" + Math.max(1, scenery.people / 2);
                    default -> "?filter=userName%20eq%20%22" + person[1] + "%22";
                });
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        ours.forEach((read, taken) -> taken.forEach((scenery, loads) ->
                rows.add(new Row(read, scenery.people, Load.quiet(loads), Load.quiet(limit.get(read))))));
        return rows;
    }
}
