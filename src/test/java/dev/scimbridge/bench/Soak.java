package dev.scimbridge.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Half of the load it could bear, for a while, half a minute at a time, and how much memory it has meanwhile. It begins
 * when the copies of what is read have all been made that fit.
 */
final class Soak {
    private static final int SLICE = 30;
    private static final int CONNECTIONS = 16;

    /** It is filled once a slice adds less than this part to what lives. */
    private static final double FILLED = 0.01;

    private static final int MOST_FILLING = 30;
    private static final int TOLD = 5;

    private Soak() {}

    /** The state after a slice. */
    private record Moment(double p99, long errors, long resident, double heap) {}

    /** A sentence: of the first slice and the last, and of the worst. */
    static String run(Scenery scenery, Duration length) {
        Wrk.Sending full = scenery.anybody("mixed", CONNECTIONS);
        double rate = filled(scenery, full);
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

    /** Under the whole load; gives its rate. */
    private static double filled(Scenery scenery, Wrk.Sending full) {
        Program program = scenery.bridge.program();
        double before = 0;
        double now = 1;
        double rate = 0;
        for (int slice = 0; slice < MOST_FILLING && now > before * (1 + FILLED); slice++) {
            rate = scenery.load(full, SLICE).rate();
            before = now;
            now = Moments.heap(program);
        }
        return rate;
    }

    private static String told(List<Moment> moments, Duration length, int people) {
        Moment first = moments.get(0);
        Moment last = moments.get(moments.size() - 1);
        return String.format(
                Locale.ROOT,
                "%nHalf of the load it can bear, a tenth of it writes, for %d minutes with %,d people, from the first"
                        + " half minute to the last: p99 %.1f to %.1f ms (at most %.1f), %d errors, resident %d to %d MiB,"
                        + " heap after a full collection %s MiB.%n",
                length.toMinutes(),
                people,
                first.p99,
                last.p99,
                moments.stream().mapToDouble(Moment::p99).max().orElseThrow(),
                moments.stream().mapToLong(Moment::errors).sum(),
                first.resident,
                last.resident,
                course(moments));
    }

    /** What lives, from the first slice to the last. */
    private static String course(List<Moment> moments) {
        return IntStream.rangeClosed(0, TOLD)
                .map(i -> i * (moments.size() - 1) / TOLD)
                .distinct()
                .mapToObj(i -> String.format(Locale.ROOT, "%.0f", moments.get(i).heap))
                .collect(Collectors.joining(", "));
    }
}
