package dev.scimbridge.provisioning;

import dev.scimbridge.model.Play;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random plays on the whole bridge in this process: real sockets on both sides, a store on disk, a clock wound by hand.
 * {@code -Dmodel.first=17 -Dmodel.seeds=1} plays one again.
 */
class ModelTest {
    @TestFactory
    Stream<DynamicTest> whatever_happens_what_was_told_becomes_true() {
        long first = Long.getLong("model.first", 1);
        long seeds = Long.getLong("model.seeds", 1);
        return LongStream.range(first, first + seeds)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> play(seed)));
    }

    private static void play(long seed) {
        try (RoomWorld world = new RoomWorld(Room.with(3))) {
            if (seed % 3 == 0) {
                world.control().knob("listing-lag", "PT2S");
            }
            if (seed % 4 == 0) {
                world.control().knob("late-execution", "PT2S");
            }
            Play.of(seed, world);
        }
    }
}
