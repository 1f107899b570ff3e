package dev.scimbridge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What a read allocates, which does not depend on the machine: whoever makes a read build a document again, or walk
 * through everybody, is told here. Bounds are about one and a half times what it was when they were written.
 */
class AllocationTest {
    @ParameterizedTest(name = "{0} allocates at most {1} bytes")
    @CsvSource({"byId, 1300", "byUserName, 14000"})
    void a_read_allocates_no_more_than_it_did(String read, double most) throws RunnerException {
        assertThat(bytes(ReadsMicro.class.getName() + "." + read + "$"))
                .isPositive()
                .isLessThan(most);
    }

    /** By one call, in this process. */
    private static double bytes(String benchmark) throws RunnerException {
        TimeValue brief = TimeValue.milliseconds(200);
        return new Runner(new OptionsBuilder()
                        .include(benchmark)
                        .forks(0)
                        .warmupIterations(2)
                        .warmupTime(brief)
                        .measurementIterations(2)
                        .measurementTime(brief)
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle()
                .getSecondaryResults()
                .get("gc.alloc.rate.norm")
                .getScore();
    }
}
