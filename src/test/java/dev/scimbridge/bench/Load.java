package dev.scimbridge.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a piece of load has shown.
 *
 * @param rate requests a second
 * @param errors answers of 400 and above, connections that broke, answers that did not come
 * @param cpu microseconds of the server's processor time a request
 */
record Load(double rate, double p50Millis, double p99Millis, long errors, double cpu) {

    /** Of what a program says of it: requests, microseconds, those of the median and of p99, errors. */
    static Load of(String said, long cpuMicros) {
        long[] numbers =
                Arrays.stream(said.split(" ")).mapToLong(Long::parseLong).toArray();
        long requests = Math.max(1, numbers[0]);
        return new Load(
                numbers[0] / (numbers[1] / 1e6),
                numbers[2] / 1e3,
                numbers[3] / 1e3,
                numbers[4],
                (double) cpuMicros / requests);
    }

    /**
     * Number by number. Rate and processor time are of the piece that a quarter of them went better than: whoever shares
     * the machine only takes from it. Latencies are medians; errors add up.
     */
    static Load quiet(List<Load> loads) {
        return new Load(
                -quarter(loads, load -> -load.rate),
                median(loads, Load::p50Millis),
                median(loads, Load::p99Millis),
                loads.stream().mapToLong(Load::errors).sum(),
                quarter(loads, Load::cpu));
    }

    private static double quarter(List<Load> loads, ToDoubleFunction<Load> number) {
        return sorted(loads, number).get((loads.size() - 1) / 4);
    }

    private static List<Double> sorted(List<Load> loads, ToDoubleFunction<Load> number) {
        return loads.stream()
                .map(number::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static double median(List<Load> loads, ToDoubleFunction<Load> number) {
        List<Double> sorted = sorted(loads, number);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
