package dev.scimbridge.bench;

import dev.scimbridge.bench.Wrk.Sending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole bridge under load; see the README for the command. */
final class Whole {
    private static final Path FOLDER = Path.of("target", "bench");

    /** In one piece. */
    private static final int MOST_COMMANDS = 1000;

    /** So many more people are a second more of warming: until most of them have been asked about. */
    private static final int A_SECOND = 10_000;

    /** Where there are fewer, all have been created before what creates them is compiled. */
    private static final int FEWEST_CREATED = 100_000;

    private final Choices choices;
    private final Limits limits;
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
        Choices choices = Choices.GIVEN;
        try (Limits limits = new Limits()) {
            Whole whole = new Whole(choices, limits);
            for (int people : choices.people()) {
                whole.at(people);
            }
            whole.tell();
        }
    }

    private void tell() throws IOException {
        String others = (moments.isEmpty() ? "" : Moments.table(moments, heapOfNobody())) + soak;
        String report = Report.full(rows) + others;
        Files.writeString(Path.of("target", "bench.md"), report);
        if (choices.readme()) {
            Brief.write(Brief.table(rows) + others);
        }
        System.out.println(report);
    }

    /** What the bridge has in memory before it knows anybody. */
    private long heapOfNobody() {
        try (Scenery scenery = Scenery.open(0, choices).scenery()) {
            return Moments.heap(scenery.bridge.program());
        }
    }

    private void at(int people) {
        boolean creating = choices.operations().contains(Operation.CREATE) && people >= FEWEST_CREATED;
        Load before = creating ? commits(Operation.CREATE, people) : null;
        Scenery.Filled filled = Scenery.open(people, choices);
        try (Scenery scenery = filled.scenery()) {
            if (before != null && filled.creating() != null) {
                Load limit = Load.median(List.of(before, commits(Operation.CREATE, people)));
                add(new Row(Operation.CREATE, people, filled.creating(), limit));
            }
            // The first two are the admins, of whom a guard keeps one.
            unused = 2;
            commandsAreWarm = false;
            reads(scenery);
            for (Operation operation : choices.operations()) {
                if (operation != Operation.CREATE && !operation.isRead()) {
                    Taken taken = new Taken();
                    measure(operation, scenery, taken);
                    add(taken.row(operation, people));
                }
            }
            if (choices.soak().toSeconds() > 0 && people == Collections.max(choices.people())) {
                soak += Soak.run(scenery, choices.soak());
            }
            if (choices.moments()) {
                moments.add(Moments.of(scenery, person(people / 2)[4], filled.first()));
            }
        }
    }

    private void add(Row row) {
        rows.add(row);
        System.out.println(Report.line(row));
    }

    /** Two processes that do the same differ by what they were compiled to: so several are asked, one after the other. */
    private void reads(Scenery scenery) {
        Map<Operation, Taken> taken = new LinkedHashMap<>();
        choices.operations().stream().filter(Operation::isRead).forEach(read -> taken.put(read, new Taken()));
        for (int start = 0; start < choices.starts(); start++) {
            if (start > 0) {
                scenery.restart();
            }
            taken.forEach((read, loads) -> measure(read, scenery, loads));
        }
        taken.forEach((read, loads) -> add(loads.row(read, scenery.people)));
    }

    /** What the pieces of one operation have shown, ours and its limit's. */
    private record Taken(List<Load> ours, List<Load> limit) {
        Taken() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        Row row(Operation operation, int people) {
            return new Row(operation, people, Load.median(ours), Load.median(limit));
        }
    }

    private void measure(Operation operation, Scenery scenery, Taken taken) {
        if (operation.isRead()) {
            limits.answerAs(model(operation, scenery));
        }
        warm(operation, scenery);
        if (taken.limit.isEmpty()) {
            limit(operation, scenery, choices.warming());
        }
        for (int round = 0; round < choices.rounds(); round++) {
            taken.ours.add(ours(operation, scenery, choices.seconds()));
            taken.limit.add(limit(operation, scenery, choices.seconds()));
        }
    }

    /** What takes long to be compiled is asked for longer: few commands go through in a second. */
    private void warm(Operation operation, Scenery scenery) {
        int seconds = choices.warming() + scenery.people / A_SECOND;
        if (operation.limit.isCommand() && !commandsAreWarm) {
            Sending flips = new Sending("roleFlip", operation.connections, unused, each(scenery), false);
            unused += flips.count();
            scenery.load(flips, 3 * choices.warming());
            commandsAreWarm = true;
        }
        ours(operation, scenery, seconds);
    }

    private Load ours(Operation operation, Scenery scenery, int seconds) {
        return scenery.load(sending(operation, operation.script, scenery), seconds);
    }

    private Load limit(Operation operation, Scenery scenery, int seconds) {
        return switch (operation.limit) {
            case FIXED -> limits.fixed(operation.connections, seconds);
            case SCAN -> limits.scan(scenery.people, seconds);
            case COMMITS -> limits.commits(operation.connections, scenery.people, seconds);
            case DISABLE -> scenery.command(sending(operation, "disable", scenery));
            case RETYPE -> scenery.command(sending(operation, "retype", scenery));
        };
    }

    private Load commits(Operation operation, int people) {
        limits.commits(operation.connections, people, choices.warming());
        return limits.commits(operation.connections, people, choices.seconds());
    }

    /** A command is about somebody new each time: nobody is disabled twice. */
    private Sending sending(Operation operation, String script, Scenery scenery) {
        if (!operation.limit.isCommand()) {
            return new Sending(script, operation.connections, 0, scenery.people, false);
        }
        Sending sending = new Sending(script, operation.connections, unused, each(scenery), true);
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

    /** An answer of the bridge, of the size that such answers have. */
    private static HttpResponse<byte[]> model(Operation operation, Scenery scenery) {
        String[] person = person(scenery.people / 2);
        return scenery.bridge.read("/scim/v2/Users"
                + switch (operation) {
                    case READ -> "/" + person[4];
                    case PAGE -> "?count=100&startIndex=" + Math.max(1, scenery.people / 2);
                    default -> "?filter=userName%20eq%20%22" + person[1] + "%22";
                });
    }

    private static String[] person(int number) {
        try {
            return Files.readAllLines(Wrk.PEOPLE).get(number).split(" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
