package dev.scimbridge.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Half of the load it could bear, for a while, and how much memory it has meanwhile. */
final class Soak {
    private static final int SLICE = 30;
    private static final int CONNECTIONS = 16;

    private Soak() {}

    /** A table, a line each half minute. */
    static String run(Scenery scenery, Duration length) {
        Wrk.Sending full = new Wrk.Sending("mixed", CONNECTIONS, 0, scenery.people, false);
        double rate = scenery.load(full, SLICE).rate();
        long pause = Math.round(CONNECTIONS * 1000 / (rate / 2));
        Wrk.Sending half = new Wrk.Sending("mixed:" + pause, CONNECTIONS, 0, scenery.people, false);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%nSoak with %d people; full load is %.0f requests/s.%n", scenery.people, rate));
        lines.add("| seconds | requests/s | p99 ms | errors | resident, MiB | heap, MiB |");
        lines.add("|---|---|---|---|---|---|");
        for (long seconds = SLICE; seconds <= length.toSeconds(); seconds += SLICE) {
            Load load = scenery.load(half, SLICE);
            Program program = scenery.bridge.program();
            lines.add(String.format(
                    Locale.ROOT,
                    "| %d | %.0f | %.1f | %d | %d | %.1f |",
                    seconds,
                    load.rate(),
                    load.p99Millis(),
                    load.errors(),
                    program.residentBytes() >> 20,
                    Moments.heap(program) / 1048576.0));
        }
        return String.join("\n", lines) + "\n";
    }
}
