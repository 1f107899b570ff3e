package dev.scimbridge.http.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.http.scim.bulk.Agenda.Step;
import dev.scimbridge.scim.ScimProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever refers to whatever: the order is right, and every operation is answered exactly once. */
class BatchPropertyTest {
    private static final int ROUNDS = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothing_comes_before_what_it_needs_and_nothing_later_than_it_must(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            RandomBulk bulk = new RandomBulk(random);
            List<Integer> order = order(bulk);
            assertThat(order).doesNotHaveDuplicates().hasSize(bulk.said.size());
            Set<Integer> answered = new HashSet<>();
            for (int place : order) {
                assertThat(answered)
                        .as(() -> place + " in " + order + " of " + bulk.json())
                        .containsAll(bulk.before.get(place));
                assertThat(IntStream.range(0, place))
                        .as(() -> place + " goes past one in " + order + " of " + bulk.json())
                        .allMatch(each -> answered.contains(each) || !answered.containsAll(bulk.before.get(each)));
                answered.add(place);
            }
        }
    }

    private static List<Integer> order(RandomBulk bulk) {
        return Agenda.of(Written.bulk(0, bulk.json()).operations()).stream()
                .map(Step::place)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void every_operation_is_answered_once_and_done_at_most_once(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            RandomBulk bulk = new RandomBulk(random);
            Set<String> failing = new HashSet<>(List.of("n" + random.nextInt(8), "n" + random.nextInt(8)));
            Queue queue = queue(failing);
            List<Integer> statuses = queue.statuses(Written.bulk(0, bulk.json()));
            assertThat(statuses).as("%s failing %s", bulk.json(), failing).isEqualTo(expected(bulk, failing));
            assertThat(queue.begun)
                    .hasSize((int) statuses.stream()
                            .filter(each -> each < 300 || each == 418)
                            .count())
                    .allSatisfy(each -> assertThat(each.toString()).doesNotContain("bulkId:"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void what_stops_at_an_error_has_answered_what_came_before_it_and_no_more(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            RandomBulk bulk = new RandomBulk(random);
            int limit = 1 + random.nextInt(4);
            List<Integer> all = queue(Set.of()).statuses(Written.bulk(0, bulk.json()));
            List<Integer> places = new ArrayList<>();
            int errors = 0;
            for (int place : order(bulk)) {
                if (errors < limit) {
                    places.add(place);
                    errors += all.get(place) >= 400 ? 1 : 0;
                }
            }
            assertThat(queue(Set.of()).statuses(Written.bulk(limit, bulk.json())))
                    .isEqualTo(places.stream().sorted().map(all::get).toList());
        }
    }

    /** The POSTs of some names fail with a status of their own. */
    private static Queue queue(Set<String> failing) {
        return new Queue(each -> failing.contains(Objects.requireNonNullElse(each.bulkId(), ""))
                ? Result.refused(each, ScimProblem.of(418, null, "no"))
                : Queue.success(each));
    }

    private static List<Integer> expected(RandomBulk bulk, Set<String> failing) {
        return IntStream.range(0, bulk.said.size())
                .map(place -> bulk.circular.contains(place) ? 409 : expected(bulk, failing, place))
                .boxed()
                .toList();
    }

    private static int expected(RandomBulk bulk, Set<String> failing, int place) {
        String name = bulk.said.get(place).name();
        if (bulk.isLost(place) || bulk.needs(place).stream().anyMatch(each -> expected(bulk, failing, each) != 201)) {
            return 400;
        }
        return name == null ? 200 : failing.contains(name) ? 418 : 201;
    }
}
