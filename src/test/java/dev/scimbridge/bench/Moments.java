package dev.scimbridge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * What is not a rate.
 *
 * @param first how the first listing was taken in, the middle of some
 * @param after the same of the first listing after a start, with all that the load has changed
 * @param again the same after another start
 * @param startMillis from the launch to the first 200, with the workspace down, through the launcher
 * @param coldMillis the same without the class-data archive
 * @param resident bytes after the load
 * @param heap bytes that live after the load and a full collection
 * @param freshHeap the same after a start
 */
record Moments(
        int people,
        Fold first,
        Fold after,
        Fold again,
        long startMillis,
        long coldMillis,
        long resident,
        long heap,
        long freshHeap) {
    private static final Pattern FOLDED = Pattern.compile("(\\d+) of them news, taken in within (\\d+) ms");
    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");
    static final int STARTS = 3;
    private static final int FEWEST = 10_000;
    private static final String NO_ARCHIVE = "-XX:SharedArchiveFile=/none";

    /** By the bridge's own log: of how many people a listing told news, and how long it took. Empty if that does not say. */
    record Fold(String news, String millis) {
        static final Fold UNSAID = new Fold("", "");

        static Fold middle(List<Fold> folds) {
            return folds.stream()
                    .sorted(Comparator.comparingInt(fold -> Integer.parseInt(fold.millis)))
                    .toList()
                    .get(folds.size() / 2);
        }

        boolean isSaid() {
            return !equals(UNSAID);
        }
    }

    /** Of a bridge that has done its work; it is stopped and started for this. */
    static Moments of(Scenery scenery) {
        String someone = scenery.someone()[4];
        Served bridge = scenery.bridge;
        long resident = bridge.program().residentBytes();
        long heap = heap(bridge.program());
        bridge.close();
        scenery.control().down();
        List<Long> quick = new ArrayList<>();
        List<Long> slow = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            slow.add(start(bridge, NO_ARCHIVE, someone));
            bridge.close();
            quick.add(start(bridge, "", someone));
            if (i < STARTS - 1) {
                bridge.close();
            }
        }
        Collections.sort(quick);
        Collections.sort(slow);
        long fresh = heap(bridge.program());
        scenery.control().up();
        Fold after = awaitFold(bridge.log);
        bridge.close();
        bridge.launch();
        Fold again = awaitFold(bridge.log);
        return new Moments(
                scenery.people,
                scenery.first,
                after,
                again,
                quick.get(STARTS / 2),
                slow.get(STARTS / 2),
                resident,
                heap,
                fresh);
    }

    /** What the log says of the first listing, which may come a little after the bridge is ready. */
    static Fold awaitFold(Path log) {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> fold(log), Fold::isSaid);
    }

    private static long start(Served bridge, String java, String someone) {
        return bridge.launch(java).untilServed("/scim/v2/Users/" + someone) / 1_000_000;
    }

    /** What lives after a full collection, in bytes. */
    static long heap(Program program) {
        said("GC.run", program);
        Matcher total = TOTAL.matcher(said("GC.class_histogram", program));
        if (!total.find()) {
            throw new IllegalStateException("no total in the histogram");
        }
        return Long.parseLong(total.group(1));
    }

    private static String said(String command, Program program) {
        try {
            Process jcmd = new ProcessBuilder("jcmd", String.valueOf(program.pid()), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fold fold(Path log) {
        try {
            Matcher folded = FOLDED.matcher(Files.readString(log));
            return folded.find() ? new Fold(folded.group(1), folded.group(2)) : Fold.UNSAID;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String table(List<Moments> all, long nobody) {
        StringBuilder table = new StringBuilder("""

                | people | first listing taken in, ms | the first after the load and a start, ms (changed) | the first after another start, ms (changed) | first 200 after a start, ms | without the launcher's archive, ms | resident after the load, MiB | heap a person after a start, bytes | after the load, with copies of what was read, bytes |
                |---|---|---|---|---|---|---|---|---|
                """);
        for (Moments each : all) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %,d | %s | %s (%s) | %s (%s) | %d | %d | %d | %s | %s |%n",
                    each.people,
                    each.first.millis,
                    each.after.millis,
                    each.after.news,
                    each.again.millis,
                    each.again.news,
                    each.startMillis,
                    each.coldMillis,
                    each.resident >> 20,
                    each.aPerson(each.freshHeap - nobody),
                    each.aPerson(each.heap - nobody)));
        }
        return table.toString();
    }

    /** Where there are few, a process differs from itself by more than they take. */
    private String aPerson(long bytes) {
        return people < FEWEST ? "–" : String.valueOf(bytes / people);
    }
}
