package dev.scimbridge.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Half of the load it could bear, for a while, half a minute at a time, and how much memory it has meanwhile. */
final class Soak {
    private static final int SLICE = 30;
    private static final int CONNECTIONS = 16;

    /** In about so many lines it is told. */
    private static final int LINES = 5;

    private Soak() {}

    /** A table: of the beginning, the end, and some moments in between. */
    static String run(Scenery scenery, Duration length) {
        Wrk.Sending full = new Wrk.Sending("mixed", CONNECTIONS, 0, scenery.people, false);
        double rate = scenery.load(full, SLICE).rate();
        long pause = Math.round(CONNECTIONS * 1000 / (rate / 2));
        Wrk.Sending half = new Wrk.Sending("mixed:" + pause, CONNECTIONS, 0, scenery.people, false);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%nHalf of the load it can bear, for %d minutes, with %,d people:%n",
                length.toMinutes(),
                scenery.people));
        lines.add("| after seconds | p99 ms | errors | resident, MiB | heap after a full collection, MiB |");
        lines.add("|---|---|---|---|---|");
        long slices = length.toSeconds() / SLICE;
        for (long slice = 1; slice <= slices; slice++) {
            Load load = scenery.load(half, SLICE);
            Program program = scenery.bridge.program();
            if (slice > 1 && slice < slices && slice % Math.max(1, slices / (LINES - 1)) != 0) {
                continue;
            }
            lines.add(String.format(
                    Locale.ROOT,
                    "| %d | %.1f | %d | %d | %.1f |",
                    slice * SLICE,
                    load.p99Millis(),
                    load.errors(),
                    program.residentBytes() >> 20,
                    Moments.heap(program) / 1048576.0));
        }
        return String.join("\n", lines) + "\n";
    }
}
