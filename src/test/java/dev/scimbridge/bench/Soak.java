package dev.scimbridge.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Half of the load it could bear, for a while, half a minute at a time, and how much memory it has meanwhile. */
final class Soak {
    private static final int SLICE = 30;
    private static final int CONNECTIONS = 16;

    private Soak() {}

    /** The state after a slice. */
    private record Moment(double p99, long errors, long resident, double heap) {}

    /** A sentence: of the first slice and the last, and of the worst. */
    static String run(Scenery scenery, Duration length) {
        Wrk.Sending full = scenery.anybody("mixed", CONNECTIONS);
        double rate = scenery.load(full, SLICE).rate();
        long pause = Math.round(CONNECTIONS * 1000 / (rate / 2));
        Wrk.Sending half = scenery.anybody("mixed:" + pause, CONNECTIONS);
        List<Moment> moments = new ArrayList<>();
        for (long slice = 1; slice <= length.toSeconds() / SLICE; slice++) {
            Load load = scenery.load(half, SLICE);
            Program program = scenery.bridge.program();
            moments.add(new Moment(
                    load.p99Millis(), load.errors(), program.residentBytes() >> 20, Moments.heap(program) / 1048576.0));
        }
        return told(moments, length, scenery.people);
    }

    private static String told(List<Moment> moments, Duration length, int people) {
        Moment first = moments.get(0);
        Moment last = moments.get(moments.size() - 1);
        return String.format(
                Locale.ROOT,
                "%nHalf of the load it can bear, a tenth of it writes, for %d minutes with %,d people, from the first"
                        + " half minute to the last: p99 %.1f to %.1f ms (at most %.1f), %d errors, resident %d to %d MiB,"
                        + " heap after a full collection %.0f to %.0f MiB (at most %.0f).%n",
                length.toMinutes(),
                people,
                first.p99,
                last.p99,
                moments.stream().mapToDouble(Moment::p99).max().orElseThrow(),
                moments.stream().mapToLong(Moment::errors).sum(),
                first.resident,
                last.resident,
                first.heap,
                last.heap,
                moments.stream().mapToDouble(Moment::heap).max().orElseThrow());
    }
}
