package dev.scimbridge.story.cases;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All cases that were collected from what identity providers send and what the RFCs ask for. */
final class Ids {
    /** Those left to later work, and why. */
    static final Map<String, String> LATER = Map.of(
            "OK-39", "the bridge does not throttle identity providers",
            "OK-42", "basic authentication is not offered",
            "OK-49", "how long answers take is measured apart",
            "OK-50", "there is one node yet",
            "ME-57", "a load of minutes is measured apart",
            "ME-68", "JWTs are not offered",
            "KC-03", "how long answers take is measured apart",
            "RF-02", "tokens have no rights of their own yet",
            "RF-53", "there is one tenant");

    private Ids() {}

    static Set<String> all() {
        return Stream.of(
                        range("OK", 52),
                        range("ME", 68),
                        range("GW", 3),
                        range("OL", 5),
                        range("JC", 2),
                        range("PG", 2),
                        range("KC", 5),
                        range("AK", 9),
                        range("SP", 1),
                        range("MP", 2),
                        range("RP", 1),
                        range("RF", 63))
                .flatMap(ids -> ids)
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Stream<String> range(String family, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> "%s-%02d".formatted(family, number));
    }
}
