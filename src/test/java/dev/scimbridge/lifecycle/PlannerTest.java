package dev.scimbridge.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.Trace.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table, as it is drawn. */
class PlannerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Address MAX = Address.of("max@acme.io");
    private static final Planner PLANNER =
            new Planner(new Planner.Policy(3, Duration.ofDays(1), Duration.ofSeconds(5), false));
    private static final Planner ENFORCING =
            new Planner(new Planner.Policy(3, Duration.ofDays(1), Duration.ofSeconds(5), true));

    @ParameterizedTest(name = "{0} | {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            active DEVELOPER     | unknown             | look
            active DEVELOPER     | absent              | invite DEVELOPER
            active DEVELOPER     | invited DEVELOPER   | waiting-for-signup
            active DEVELOPER     | invited BUSINESS    | waiting-for-signup
            active DEVELOPER     | expired BUSINESS    | invite DEVELOPER
            active DEVELOPER     | active DEVELOPER    | settled
            active DEVELOPER     | active BUSINESS     | change BUSINESS to DEVELOPER
            active DEVELOPER     | gone                | invite DEVELOPER
            active               | absent              | invite BUSINESS
            active               | active ADMIN        | settled
            active               | invited ADMIN       | waiting-for-signup
            active nothing       | absent              | held
            active nothing       | active ADMIN        | settled
            fulfilled DEVELOPER  | unknown             | look
            fulfilled DEVELOPER  | absent              | drift
            fulfilled DEVELOPER  | invited DEVELOPER   | waiting-for-signup
            fulfilled DEVELOPER  | expired DEVELOPER   | invite DEVELOPER
            fulfilled DEVELOPER  | active DEVELOPER    | settled
            fulfilled DEVELOPER  | active BUSINESS     | drift
            fulfilled            | active BUSINESS     | settled
            fulfilled DEVELOPER  | gone                | drift
            inactive             | unknown             | look
            inactive             | absent              | settled
            inactive             | invited BUSINESS    | armed
            inactive             | expired BUSINESS    | settled
            inactive             | active BUSINESS     | disable
            inactive             | gone                | settled
            deleted              | unknown             | look
            deleted              | absent              | settled
            deleted              | invited BUSINESS    | armed
            deleted              | expired BUSINESS    | settled
            deleted              | active ADMIN        | disable
            deleted              | gone                | settled
            """)
    void the_table(String wish, String observed, String step) {
        assertThat(words(PLANNER.next(wish(wish), Observation.of(observed(observed)), MAX, NOW)))
                .isEqualTo(step);
    }

    @Test
    void a_difference_made_in_the_workspace_is_set_right_only_where_that_is_asked_for() {
        Wish wish = wish("fulfilled DEVELOPER");
        Observation changed = Observation.of(observed("active ADMIN"));
        assertThat(words(PLANNER.next(wish, changed, MAX, NOW))).isEqualTo("drift");
        assertThat(words(ENFORCING.next(wish, changed, MAX, NOW))).isEqualTo("change ADMIN to DEVELOPER");
    }

    @Test
    void an_expired_invite_is_sent_again_at_once_then_a_day_apart_and_three_times_in_all() {
        Observation expired = Observation.of(observed("expired DEVELOPER"));
        Wish wish = wish("active DEVELOPER").having(invite(), NOW.minus(Duration.ofDays(9)));
        assertThat(words(PLANNER.next(wish, expired, MAX, NOW))).isEqualTo("invite DEVELOPER");

        Wish again = wish.having(invite(), NOW);
        assertThat(PLANNER.next(again, expired, MAX, NOW))
                .isEqualTo(new Step.Rest(State.PENDING, "the invite has expired", NOW.plus(Duration.ofDays(1))));
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        assertThat(words(PLANNER.next(again, expired, MAX, tomorrow))).isEqualTo("invite DEVELOPER");

        Wish spent = again.having(invite(), tomorrow).having(invite(), tomorrow);
        assertThat(words(PLANNER.next(spent, expired, MAX, tomorrow.plus(Duration.ofDays(9)))))
                .isEqualTo("needs-hand");
    }

    @Test
    void an_invite_answered_ok_that_no_listing_shows_is_sent_again_only_after_a_day() {
        Wish wish = wish("active DEVELOPER").having(invite(), NOW);
        assertThat(words(PLANNER.next(wish, Observation.ABSENT, MAX, NOW.plusSeconds(600))))
                .isEqualTo("pending");
        assertThat(words(PLANNER.next(wish, Observation.ABSENT, MAX, NOW.plus(Duration.ofDays(1)))))
                .isEqualTo("invite DEVELOPER");
    }

    @Test
    void somebody_who_was_there_is_invited_once_and_then_needs_a_hand() {
        Observation gone = Observation.of(observed("gone"));
        Wish wish = wish("active DEVELOPER").having(invite(), NOW);
        assertThat(words(PLANNER.next(wish, gone, MAX, NOW))).isEqualTo("needs-hand");
    }

    @Test
    void a_refused_invite_of_a_disabled_person_needs_a_hand() {
        Observation refused = new Observation(observed("gone"), true, trace(invite(), Ending.REFUSED, true));
        Step step = PLANNER.next(wish("active DEVELOPER"), refused, MAX, NOW);
        assertThat(words(step)).isEqualTo("needs-hand");
        assertThat(((Step.Rest) step).why()).contains("by hand").contains("said so");
    }

    @Test
    void a_refusal_is_tried_again_when_its_gap_is_over() {
        Observation refused = new Observation(observed("absent"), false, trace(invite(), Ending.REFUSED, true));
        assertThat(words(PLANNER.next(wish("active DEVELOPER"), refused, MAX, NOW)))
                .isEqualTo("refused");
        assertThat(words(PLANNER.next(wish("active DEVELOPER"), refused, MAX, NOW.plusSeconds(60))))
                .isEqualTo("invite DEVELOPER");
        assertThat(words(PLANNER.next(wish("active ANALYST"), refused, MAX, NOW)))
                .isEqualTo("invite ANALYST");
    }

    @Test
    void an_invite_in_doubt_is_looked_for_only_after_it_would_surely_show() {
        Observation doubt = new Observation(observed("absent"), false, trace(invite(), Ending.UNKNOWN, false));
        assertThat(PLANNER.next(wish("active DEVELOPER"), doubt, MAX, NOW))
                .isInstanceOfSatisfying(
                        Step.Look.class, look -> assertThat(look.from()).isEqualTo(NOW.plusSeconds(5)));
    }

    @Test
    void a_disable_in_doubt_is_repeated_without_a_look_after_five_minutes() {
        Command disable = new Command.Disable("u1");
        Observation doubt = new Observation(observed("active ADMIN"), true, trace(disable, Ending.UNKNOWN, false));
        assertThat(words(PLANNER.next(wish("inactive"), doubt, MAX, NOW.plusSeconds(299))))
                .isEqualTo("look");
        assertThat(words(PLANNER.next(wish("inactive"), doubt, MAX, NOW.plusSeconds(300))))
                .isEqualTo("disable");
    }

    @Test
    void a_leaver_who_is_still_listed_after_three_disables_in_a_day_is_held_until_the_next() {
        Command disable = new Command.Disable("u1");
        Observation active = Observation.of(observed("active ADMIN"));
        Wish wish = wish("inactive").having(disable, NOW).having(disable, NOW).having(disable, NOW);
        assertThat(PLANNER.next(wish, active, MAX, NOW)).isInstanceOfSatisfying(Step.Rest.class, rest -> {
            assertThat(rest.state()).isEqualTo(State.HELD);
            assertThat(rest.until()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        });
        assertThat(words(PLANNER.next(wish, active, MAX, NOW.plus(Duration.ofDays(1)))))
                .isEqualTo("disable");
    }

    @Test
    void a_leaver_is_disabled_under_every_uid_of_the_address() {
        Observed two = new Observed.Active(List.of("u1", "u2"), AccountType.DEVELOPER);
        Command first = new Command.Disable("u1");
        assertThat(PLANNER.next(wish("inactive"), Observation.of(two), MAX, NOW))
                .isEqualTo(new Step.Act(first, "is active and must not be"));
        assertThat(first.after(two)).isEqualTo(new Observed.Active("u2", AccountType.DEVELOPER));
    }

    @Test
    void nobody_unmanaged_is_touched() {
        assertThat(words(Planner.unmanaged())).isEqualTo("unmanaged");
    }

    private static Command.Invite invite() {
        return new Command.Invite(MAX, AccountType.DEVELOPER);
    }

    private static Trace trace(Command command, Ending ending, boolean looked) {
        return new Trace(command, new Trace.End(ending, "said so", 7, NOW), looked, 1, NOW.plusSeconds(60));
    }

    private static Wish wish(String words) {
        String[] said = words.split(" ");
        Wish inactive = Wish.of(new Desired.Inactive(), NOW);
        @Nullable AccountType type = said.length > 1 && !said[1].equals("nothing") ? AccountType.of(said[1]) : null;
        @Nullable AccountType fallback = words.endsWith("nothing") ? null : AccountType.BUSINESS;
        Wish active = Wish.of(new Desired.Active(type, fallback), NOW);
        return switch (said[0]) {
            case "active" -> active;
            case "fulfilled" -> new Wish(active.desired(), true, NOW, Tally.NONE, Tally.NONE);
            case "inactive" -> inactive;
            default -> Wish.of(new Desired.Deleted(), NOW);
        };
    }

    private static Observed observed(String words) {
        String[] seen = words.split(" ");
        AccountType type = AccountType.of(seen[seen.length - 1]);
        return switch (seen[0]) {
            case "unknown" -> new Observed.Unknown();
            case "absent" -> new Observed.Absent();
            case "invited" -> new Observed.Invited(type);
            case "expired" -> new Observed.Expired(type);
            case "active" -> new Observed.Active("u1", type);
            default -> new Observed.Gone();
        };
    }

    private static String words(Step step) {
        return step.match(new Step.Cases<>() {
            @Override
            public String act(Step.Act act) {
                if (act.command() instanceof Command.Invite invite) {
                    return "invite " + invite.type();
                }
                return act.command() instanceof Command.ChangeAccountType change
                        ? "change " + change.from() + " to " + change.to()
                        : "disable";
            }

            @Override
            public String look(Step.Look look) {
                return "look";
            }

            @Override
            public String rest(Step.Rest rest) {
                return rest.state().word().toLowerCase(Locale.ROOT);
            }
        });
    }
}
