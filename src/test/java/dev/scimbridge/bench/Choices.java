package dev.scimbridge.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured, from system properties {@code bench.…}.
 *
 * @param people sizes of the workspace
 * @param operations in the order in which they are measured
 * @param seconds of each counted piece
 * @param rounds how often the bridge and its limit take turns
 * @param starts how many processes of the bridge are asked for what is read
 * @param warming before the first of them, of each
 * @param managed whether all people are written to over SCIM first; else they are only seen in the workspace
 * @param kept whether a store filled by an earlier run is used again
 * @param moments whether starts, memory and the taking in of a listing are measured too
 * @param soak at half load, after all else; zero is not at all
 * @param readme whether the table in the README is written
 * @param java options of the bridge's process
 */
record Choices(
        List<Integer> people,
        List<Operation> operations,
        int seconds,
        int rounds,
        int starts,
        int warming,
        boolean managed,
        boolean kept,
        boolean moments,
        Duration soak,
        boolean readme,
        String java) {
    static final Choices GIVEN = new Choices(
            words("people").stream().map(Integer::valueOf).toList(),
            words("operations").stream().map(Operation::named).toList(),
            Integer.getInteger("bench.seconds"),
            Integer.getInteger("bench.rounds"),
            Integer.getInteger("bench.starts"),
            Integer.getInteger("bench.warming"),
            Boolean.getBoolean("bench.managed"),
            Boolean.getBoolean("bench.kept"),
            Boolean.getBoolean("bench.moments"),
            Duration.ofMinutes(Integer.getInteger("bench.soak")),
            Boolean.getBoolean("bench.readme"),
            System.getProperty("bench.java"));

    /** So many more people are a second more of warming: until most of them have been asked about. */
    private static final int A_SECOND = 10_000;

    /** The seconds of warming with so many people. */
    int warming(int people) {
        return warming + people / A_SECOND;
    }

    private static List<String> words(String name) {
        return Arrays.stream(System.getProperty("bench." + name).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
