package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.model.Play;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The random plays of the model on real processes, which are killed for good. {@code -Dmodel.first=17 -Dmodel.processes=1}
 * plays one again.
 */
class ModelStory {
    @TestFactory
    Stream<DynamicTest> whatever_happens_to_the_process_what_was_told_becomes_true() {
        long first = Long.getLong("model.first", 1);
        long plays = Long.getLong("model.processes", 1);
        return LongStream.range(first, first + plays)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> play(seed)));
    }

    private static void play(long seed) {
        try (JarWorld world = JarWorld.open()) {
            assertThat(Play.of(seed, world)).as("kills").isPositive();
        }
    }
}
