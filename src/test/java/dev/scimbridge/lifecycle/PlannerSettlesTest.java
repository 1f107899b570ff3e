package dev.scimbridge.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.Trace.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a world that obeys the API does next, the planner comes to rest in at most three commands between two acts
 * of the world. A seed that fails replays.
 */
class PlannerSettlesTest {
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final Address MAX = Address.of("max@acme.io");
    private static final List<AccountType> TYPES =
            List.of(AccountType.ADMIN, AccountType.DEVELOPER, AccountType.BUSINESS);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void it_settles_in_at_most_three_commands_between_two_acts_of_the_world(long seed) {
        for (int run = 0; run < 5_000; run++) {
            new Run(seed * 1_000_003 + run).play();
        }
    }

    /** One person, one world, thirty acts. */
    private static final class Run {
        private final long seed;
        private final Random random;
        private final Planner planner;
        private final List<String> story = new ArrayList<>();

        private Instant now = Instant.parse("2026-03-01T12:00:00Z");
        private long revision = 10;
        private Observed world;
        private boolean everActive;
        private Observation observation = Observation.NONE;
        private Wish wish;

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.planner = new Planner(new Planner.Policy(3, Duration.ofDays(1), SETTLING, random.nextBoolean()));
            this.world = anything();
            this.wish = Wish.of(desired(), now);
        }

        void play() {
            for (int act = 0; act < 30; act++) {
                settle();
                actOfTheWorld();
            }
            settle();
            assertThat(isRight())
                    .as("seed %s: %s ends right: %s", seed, wish, story)
                    .isTrue();
        }

        private void settle() {
            int commands = 0;
            for (int steps = 0; steps < 40; steps++) {
                Step step = planner.next(wish, observation, MAX, now);
                story.add(step.toString());
                if (step instanceof Step.Rest rest) {
                    if (rest.until() == null || rest.until().isAfter(now.plus(Duration.ofHours(12)))) {
                        return;
                    }
                    now = rest.until();
                } else if (step instanceof Step.Look look) {
                    now = look.from().isAfter(now) ? look.from() : now;
                    fold();
                } else if (step instanceof Step.Act act) {
                    commands = give(act.command()) ? commands + 1 : 0;
                    assertThat(commands).as("seed %s: %s", seed, story).isLessThanOrEqualTo(3);
                }
            }
            throw new AssertionError("seed " + seed + " never rests: " + story);
        }

        /** Gives a command; false if the network or the workspace failed, which is an act of the world. */
        private boolean give(Command command) {
            if (command instanceof Command.ChangeAccountType change) {
                assertThat(change.to())
                        .as("seed %s: a change that changes nothing", seed)
                        .isNotEqualTo(change.from());
            }
            boolean possible = isPossible(command);
            int luck = random.nextInt(10);
            Ending ending =
                    !possible ? Ending.REFUSED : luck < 7 ? Ending.DONE : luck == 7 ? Ending.NOT_DONE : Ending.UNKNOWN;
            if (possible && (ending == Ending.DONE || (ending == Ending.UNKNOWN && random.nextBoolean()))) {
                apply(command);
            }
            now = now.plusSeconds(1);
            boolean failed = ending != Ending.DONE;
            Trace last = observation.last();
            int tries = failed ? (last == null || !last.command().equals(command) ? 1 : last.tries() + 1) : 0;
            Trace.End end = new Trace.End(ending, failed ? ending.name() : null, ++revision, now);
            Instant notBefore =
                    now.plus(Backoff.of(ending, wish.desired().leaves()).after(Math.max(1, tries), () -> 0));
            observation = observation.ended(new Trace(command, end, false, tries, notBefore));
            if (ending == Ending.DONE) {
                wish = wish.having(command, now);
            }
            wish = wish.seeing(observation);
            return ending == Ending.DONE;
        }

        private boolean isPossible(Command command) {
            if (command instanceof Command.Invite) {
                return !(world instanceof Observed.Active) && !(world instanceof Observed.Gone && everActive);
            }
            return world instanceof Observed.Active;
        }

        private void apply(Command command) {
            everActive |= world instanceof Observed.Active;
            world = command.after(world);
            story.add("world: " + world);
        }

        private void fold() {
            Listing listing = new Listing(revision, now);
            observation = world.isPresent()
                    ? observation.sighted(world, listing, SETTLING)
                    : observation.missing(listing, SETTLING);
            wish = wish.seeing(observation, listing);
        }

        private void actOfTheWorld() {
            now = now.plus(Duration.ofHours(random.nextInt(30)));
            switch (random.nextInt(6)) {
                case 0 -> world = anything();
                case 1 -> world = new Observed.Active("u" + random.nextInt(3), type());
                case 2 -> world = world.isPresent() ? new Observed.Gone() : world;
                case 3 -> world = world instanceof Observed.Invited open ? new Observed.Expired(open.type()) : world;
                case 4 -> wish = wish.then(desired(), observation, now);
                default -> {}
            }
            everActive |= world instanceof Observed.Active;
            story.add("world: " + world + ", wish: " + wish);
            now = now.plus(SETTLING);
            fold();
        }

        private boolean isRight() {
            Step step = planner.next(wish, observation, MAX, now);
            if (!(step instanceof Step.Rest rest)) {
                return false;
            }
            boolean content = rest.state() == State.SETTLED || rest.state() == State.WAITING_FOR_SIGNUP;
            return wish.desired().isMetBy(world) ? content : !content || !(world instanceof Observed.Active);
        }

        private Observed anything() {
            return switch (random.nextInt(4)) {
                case 0 -> new Observed.Gone();
                case 1 -> new Observed.Invited(type());
                case 2 -> new Observed.Expired(type());
                default -> new Observed.Active("u" + random.nextInt(3), type());
            };
        }

        private Desired desired() {
            return switch (random.nextInt(4)) {
                case 0 -> new Desired.Inactive();
                case 1 -> new Desired.Deleted();
                case 2 -> new Desired.Active(null, AccountType.BUSINESS);
                default -> new Desired.Active(type(), AccountType.BUSINESS);
            };
        }

        private AccountType type() {
            return TYPES.get(random.nextInt(TYPES.size()));
        }
    }
}
