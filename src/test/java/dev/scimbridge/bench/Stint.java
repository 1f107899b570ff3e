package dev.scimbridge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** A limit without a server: some threads do the same thing for as many seconds as a line of the input says. */
final class Stint {
    /** What is done over and over. */
    interface Deed {
        void once(int number) throws Exception;
    }

    private Stint() {}

    static void serve(int threads, Deed deed) throws IOException, InterruptedException {
        System.out.println(Program.MARK + "ready");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            System.out.println(Program.MARK + run(threads, Integer.parseInt(line), deed));
        }
    }

    /** As {@link Load#of} reads it. */
    private static String run(int threads, int seconds, Deed deed) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        long[][] taken = new long[threads][];
        Thread[] working = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            int number = i;
            working[i] = new Thread(() -> taken[number] = times(number, end, deed));
            working[i].start();
        }
        for (Thread each : working) {
            each.join();
        }
        long micros = (System.nanoTime() - begin) / 1000;
        long[] all = Arrays.stream(taken).flatMapToLong(LongStream::of).sorted().toArray();
        return all.length + " " + micros + " " + all[all.length / 2] + " " + all[all.length * 99 / 100] + " 0";
    }

    private static long[] times(int number, long end, Deed deed) {
        LongStream.Builder times = LongStream.builder();
        long before = System.nanoTime();
        while (before < end) {
            try {
                deed.once(number);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            long after = System.nanoTime();
            times.add((after - before) / 1000);
            before = after;
        }
        return times.build().toArray();
    }
}
