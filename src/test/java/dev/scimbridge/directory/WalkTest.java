package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Ordering;
import dev.scimbridge.scim.ResourceSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is there all the time is seen exactly once, whoever else comes, goes, changes and comes back meanwhile. */
class WalkTest {
    private static final int WALKS = 3;
    private static final int LONGEST = 5000;
    private static final String STAYING = "title eq \"stays\" or displayName pr";

    /** People who stay, and people who come and go, one change after the other. */
    private static final class World {
        private static final int STAYING = 25;
        private static final List<String> NAMES =
                List.of("'displayName':'a',", "'displayName':'A',", "'displayName':'b',", "'displayName':'ä',", "");

        private final Random random;
        private final List<User> moving = new ArrayList<>();
        final List<UUID> staying = new ArrayList<>();
        Snapshot now = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT));
        private long revision;

        World(long seed) {
            random = new Random(seed);
            for (int i = 0; i < STAYING; i++) {
                User user = born(named(Someone.called("s" + i + "@acme.io"), "stays"));
                staying.add(user.id());
                now = now.with(Changes.of(user));
                create();
            }
        }

        /** Some commits make several people at once. */
        private User born(User user) {
            revision += random.nextInt(3);
            return Someone.born(user, revision);
        }

        private User named(User user, String title) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            return Someone.saying(user, "{" + name + "'title':'" + title + "'}")
                    .wishing(Someone.met(Someone.active(null)));
        }

        int upTo(int most) {
            return random.nextInt(most + 1);
        }

        void change() {
            int one = random.nextInt(moving.size());
            User user = moving.get(one);
            switch (random.nextInt(4)) {
                case 0 -> create();
                case 1 -> put(one, named(user, "moves"));
                default -> put(one, user.isDeleted() ? back(user) : user.wishing(Someone.met(new Desired.Deleted())));
            }
        }

        /** Somebody new, or somebody who was there long before. */
        void arrive() {
            int one = random.nextInt(moving.size());
            if (random.nextBoolean() || !moving.get(one).isDeleted()) {
                create();
            } else {
                put(one, back(moving.get(one)));
            }
        }

        private void create() {
            revision++;
            moving.add(born(named(Someone.called("m" + moving.size() + "@acme.io"), "moves")));
            put(moving.size() - 1, moving.get(moving.size() - 1));
        }

        /** As the register does it: behind all others. */
        private User back(User user) {
            revision++;
            return Someone.born(named(user, "moves"), revision);
        }

        private void put(int one, User user) {
            moving.set(one, user);
            now = now.with(Changes.of(user));
        }
    }

    static Stream<Arguments> walks() {
        return Stream.of(
                        Arguments.of("", "", ""),
                        Arguments.of(STAYING, "", ""),
                        Arguments.of("", "displayName", "ascending"),
                        Arguments.of("", "displayName", "descending"),
                        Arguments.of(STAYING, "displayName", "descending"),
                        Arguments.of("", "userName", "ascending"),
                        Arguments.of("", "nothingOfTheKind", "descending"))
                .flatMap(way -> LongStream.of(1, 2, 3)
                        .mapToObj(seed -> Arguments.of(way.get()[0], way.get()[1], way.get()[2], seed)));
    }

    @ParameterizedTest(name = "filter {0}, by {1} {2}, seed {3}")
    @MethodSource("walks")
    void a_walk_is_disturbed_by_nothing(String filter, String sortBy, String sortOrder, long seed) {
        Criterion criterion = filter.isEmpty() ? null : Criterion.parse(filter, ResourceSchema.USER);
        Ordering order = sortBy.isEmpty() ? null : Ordering.by(sortBy, sortOrder, ResourceSchema.USER);
        World world = new World(seed);
        for (int walk = 0; walk < WALKS; walk++) {
            List<UUID> seen = new ArrayList<>();
            Mark mark = null;
            do {
                Query query = new Query(criterion, order, 1, mark, 1 + world.upTo(8));
                Page<User> page = world.now.users(query);
                assertThat(page.items()).hasSizeLessThanOrEqualTo(query.count());
                page.items().forEach(user -> seen.add(user.id()));
                mark = page.last();
                for (int i = world.upTo(4); i > 0; i--) {
                    world.change();
                }
            } while (mark != null && seen.size() < LONGEST);
            assertEachOnce(world.staying, seen);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void pages_by_index_are_not_disturbed_by_who_arrives(long seed) {
        World world = new World(seed);
        for (int walk = 0; walk < WALKS; walk++) {
            List<UUID> seen = new ArrayList<>();
            Page<User> page;
            do {
                page = world.now.users(Query.page(null, null, seen.size() + 1, 1 + world.upTo(8)));
                page.items().forEach(user -> seen.add(user.id()));
                for (int i = world.upTo(2); i > 0; i--) {
                    world.arrive();
                }
            } while (seen.size() < page.total() && seen.size() < LONGEST);
            assertEachOnce(world.staying, seen);
            assertThat(seen).doesNotHaveDuplicates();
            for (int i = 0; i < 60; i++) {
                world.change();
            }
        }
    }

    private static void assertEachOnce(List<UUID> staying, List<UUID> seen) {
        assertThat(staying)
                .allSatisfy(id -> assertThat(Collections.frequency(seen, id)).isEqualTo(1));
    }
}
