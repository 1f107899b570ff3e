package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 10 of the design. */
class GuardsTest {
    private static final Instant NOW = Someone.NOON;
    private static final AccountType OTHER_ADMIN = new AccountType("WORKSPACE_ADMIN");
    private static final Guards GUARDS = new Guards(Set.of("ceo@acme.io", "uid-of-cto@acme.io"), null);

    /** What a census says; deactivations by how many minutes ago they were. */
    private record Counted(int otherAdmins, int active, List<Integer> minutesAgo, boolean isBraked)
            implements Guards.Census {
        @Override
        public int deactivatedSince(Instant moment) {
            return (int) minutesAgo.stream()
                    .filter(minutes -> NOW.minus(Duration.ofMinutes(minutes)).isAfter(moment))
                    .count();
        }
    }

    private static final Counted CALM = new Counted(1, 100, List.of(), false);

    @ParameterizedTest(name = "{0} as {1} -> {2}, {3} other admins: {4}")
    @CsvSource(textBlock = """
            max@acme.io, ADMIN,           inactive,  0, last-admin
            max@acme.io, ADMIN,           deleted,   0, last-admin
            max@acme.io, ADMIN,           DEVELOPER, 0, last-admin
            max@acme.io, ADMIN,           ADMIN,     0, free
            max@acme.io, ADMIN,           active,    0, free
            max@acme.io, ADMIN,           inactive,  1, free
            max@acme.io, WORKSPACE_ADMIN, inactive,  0, free
            max@acme.io, BUSINESS,        inactive,  0, free
            max@acme.io, BUSINESS,        ADMIN,     0, free
            ceo@acme.io, DEVELOPER,       inactive,  9, protected
            ceo@acme.io, DEVELOPER,       deleted,   9, protected
            ceo@acme.io, ADMIN,           BUSINESS,  9, protected
            ceo@acme.io, ADMIN,           inactive,  0, protected
            ceo@acme.io, ADMIN,           active,    0, free
            cto@acme.io, DEVELOPER,       inactive,  9, protected
            """)
    void who_is_held(String address, String type, String wish, int otherAdmins, String expected) {
        User user = Someone.member(address, new AccountType(type));
        Counted census = new Counted(otherAdmins, 100, List.of(), false);
        String guard = GUARDS.against(user, desired(wish), census, NOW)
                .map(Held::guard)
                .orElse("free");
        assertThat(guard).isEqualTo(expected);
        String atLever = GUARDS.atLever(user, desired(wish), census, NOW)
                .map(Held::guard)
                .orElse("free");
        boolean last = type.equals("ADMIN")
                && otherAdmins == 0
                && !Set.of("ADMIN", "active").contains(wish);
        assertThat(atLever).isEqualTo(last ? "last-admin" : "free");
    }

    @Test
    void whoever_is_not_active_has_nothing_to_lose() {
        Counted braked = new Counted(0, 100, List.of(1, 2, 3), true);
        for (Observed state : List.of(
                new Observed.Absent(),
                new Observed.Unknown(),
                new Observed.Gone(),
                new Observed.Invited(AccountType.ADMIN),
                new Observed.Expired(AccountType.ADMIN))) {
            User user = Someone.called("ceo@acme.io").observed(Observation.of(state));
            assertThat(GUARDS.against(user, new Desired.Inactive(), braked, NOW))
                    .isEmpty();
        }
    }

    @Test
    void what_is_held_says_what_was_asked_and_why() {
        User user = Someone.member("max@acme.io", AccountType.ADMIN);
        Held held = GUARDS.against(user, new Desired.Deleted(), new Counted(0, 100, List.of(), false), NOW)
                .orElseThrow();
        assertThat(held.desired()).isEqualTo(new Desired.Deleted());
        assertThat(held.since()).isEqualTo(NOW);
        assertThat(held.why()).contains("max@acme.io", "last ADMIN");
    }

    @ParameterizedTest(name = "of {0} active, {1} gone within the hour, limit {2}: held {3}")
    @CsvSource(textBlock = """
            20,   9,    , false
            20,  10,    , true
            200, 10,    , true
            400, 19,    , false
            400, 20,    , true
            400,  2,   2, true
            400,  1,   2, false
            400,  0,   0, true
            """)
    void more_leavers_than_an_hour_may_have_trip_the_brake(int active, int gone, Integer limit, boolean held) {
        Guards guards = new Guards(Set.of(), limit);
        List<Integer> minutesAgo = Collections.nCopies(gone, 30);
        Counted census = new Counted(1, active, minutesAgo, false);
        User user = Someone.member("max@acme.io", AccountType.DEVELOPER);
        assertThat(guards.trips(census, NOW)).isEqualTo(held);
        assertThat(guards.against(user, new Desired.Inactive(), census, NOW).isPresent())
                .isEqualTo(held);
        // Not a leaver: none of the brake's business.
        assertThat(guards.against(user, Someone.active(AccountType.BUSINESS), census, NOW))
                .isEmpty();
    }

    @Test
    void an_hour_that_is_over_no_longer_counts() {
        Counted census = new Counted(1, 20, Collections.nCopies(50, 60), false);
        assertThat(GUARDS.trips(census, NOW)).isFalse();
    }

    @ParameterizedTest(name = "{0} minutes ago and {1} minutes ago: held {2}")
    @CsvSource({"1,2,true", "9,9,true", "1,10,false", "10,11,false", "30,31,false"})
    void while_it_is_latched_two_pass_in_ten_minutes(int one, int other, boolean held) {
        Counted census = new Counted(1, 20, List.of(one, other), true);
        User user = Someone.member("max@acme.io", AccountType.DEVELOPER);
        assertThat(GUARDS.against(user, new Desired.Inactive(), census, NOW).map(Held::guard))
                .isEqualTo(held ? Optional.of(Guards.LEAVER_BRAKE) : Optional.empty());
        assertThat(GUARDS.trips(census, NOW)).as("it has tripped already").isFalse();
    }

    @Test
    void somebody_protected_may_be_promoted_sideways_only_by_hand_and_from_a_plain_type_by_anybody() {
        User plain = Someone.member("ceo@acme.io", AccountType.BUSINESS);
        assertThat(GUARDS.against(plain, Someone.active(AccountType.ADMIN), CALM, NOW))
                .isEmpty();
        User admin = Someone.member("ceo@acme.io", AccountType.ADMIN);
        assertThat(GUARDS.against(admin, Someone.active(OTHER_ADMIN), CALM, NOW))
                .isPresent();
    }

    private static Desired desired(String word) {
        return switch (word) {
            case "inactive" -> new Desired.Inactive();
            case "deleted" -> new Desired.Deleted();
            case "active" -> Someone.active(null);
            default -> Someone.active(new AccountType(word));
        };
    }
}
