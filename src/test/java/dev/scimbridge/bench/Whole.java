package dev.scimbridge.bench;

import dev.scimbridge.bench.Wrk.Sending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The whole bridge under load; see the README for the command. */
final class Whole implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "bench");

    /** In one piece. */
    private static final int MOST_COMMANDS = 1000;

    private final Choices choices;
    private final Limits limits;
    private final List<Scenery> sceneries = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private final List<Moments> moments = new ArrayList<>();
    private String soak = "";

    /** Of the people whom commands have not been about yet, the first. */
    private int unused;

    private boolean commandsAreWarm;

    private Whole(Choices choices, Limits limits) {
        this.choices = choices;
        this.limits = limits;
    }

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        try (Limits limits = new Limits();
                Whole whole = new Whole(Choices.GIVEN, limits)) {
            whole.measure();
            whole.tell();
        }
    }

    private void measure() {
        for (int people : choices.people()) {
            sceneries.add(new Scenery(people, choices));
        }
        sceneries.forEach(scenery -> scenery.filled(choices, limits).ifPresent(this::add));
        Reads.among(sceneries, choices, limits).forEach(this::add);
        for (Scenery scenery : sceneries) {
            at(scenery);
            scenery.close();
        }
    }

    private void tell() throws IOException {
        String others = (moments.isEmpty() ? "" : Moments.table(moments, heapOfNobody())) + soak;
        String report = Report.full(rows) + others;
        Files.writeString(Path.of("target", "bench.md"), report);
        if (choices.readme()) {
            Brief.write(Brief.table(rows) + others + (soak.isEmpty() ? "\n" : "") + Brief.manner(choices));
        }
        System.out.println(report);
    }

    /** What the bridge has in memory before it knows anybody. */
    private long heapOfNobody() {
        try (Scenery scenery = new Scenery(0, choices)) {
            return Moments.heap(scenery.bridge.program());
        }
    }

    /** What is not read by an index, and ends with a bridge that is stopped and started. */
    private void at(Scenery scenery) {
        // The first two are the admins, of whom a guard keeps one.
        unused = 2;
        commandsAreWarm = false;
        for (Operation operation : choices.operations()) {
            if (operation != Operation.CREATE && !operation.isRead()) {
                measure(operation, scenery);
            }
        }
        if (choices.soak().toSeconds() > 0 && scenery.people == Collections.max(choices.people())) {
            soak += Soak.run(scenery, choices.soak());
        }
        if (choices.moments()) {
            moments.add(Moments.of(scenery));
        }
    }

    private void add(Row row) {
        rows.add(row);
        System.out.println(Report.line(row));
    }

    private void measure(Operation operation, Scenery scenery) {
        warm(operation, scenery);
        limit(operation, scenery, choices.warming());
        List<Load> ours = new ArrayList<>();
        List<Load> limit = new ArrayList<>();
        for (int round = 0; round < choices.rounds(); round++) {
            ours.add(ours(operation, scenery, choices.seconds()));
            limit.add(limit(operation, scenery, choices.seconds()));
        }
        add(new Row(operation, scenery.people, Load.quiet(ours), Load.quiet(limit)));
    }

    /** What takes long to be compiled is asked for longer: few commands go through in a second. */
    private void warm(Operation operation, Scenery scenery) {
        if (operation.limit.isCommand() && !commandsAreWarm) {
            Sending flips = scenery.some("roleFlip", operation.connections, unused, each(scenery));
            unused += flips.count();
            scenery.load(flips, 3 * choices.warming());
            commandsAreWarm = true;
        }
        ours(operation, scenery, choices.warming(scenery.people));
    }

    private Load ours(Operation operation, Scenery scenery, int seconds) {
        return scenery.load(sending(operation, operation.script, scenery), seconds);
    }

    private Load limit(Operation operation, Scenery scenery, int seconds) {
        return switch (operation.limit) {
            case FIXED -> throw new IllegalArgumentException(operation + " is measured with all sizes at once");
            case SCAN -> limits.scan(scenery.people, seconds);
            case COMMITS -> limits.commits(operation.connections, scenery.people, seconds);
            case DISABLE -> scenery.command(sending(operation, "disable", scenery));
            case RETYPE -> scenery.command(sending(operation, "retype", scenery));
        };
    }

    /** A command is about somebody new each time: nobody is disabled twice. */
    private Sending sending(Operation operation, String script, Scenery scenery) {
        if (!operation.limit.isCommand()) {
            return scenery.anybody(script, operation.connections);
        }
        Sending sending = scenery.each(script, operation.connections, unused, each(scenery));
        unused += sending.count();
        return sending;
    }

    /** How many people one piece with commands is about, so that there are enough for all of them. */
    private int each(Scenery scenery) {
        long commands = choices.operations().stream()
                .filter(each -> each.limit.isCommand())
                .count();
        return (int) Math.min(MOST_COMMANDS, (scenery.people - 2) / (1 + commands * 2L * (choices.rounds() + 1)));
    }

    @Override
    public void close() {
        sceneries.forEach(Scenery::close);
    }
}
