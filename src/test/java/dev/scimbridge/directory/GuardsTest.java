package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.Guards.Plea;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 10 of the design. */
class GuardsTest {
    private static final Instant NOW = Someone.NOON;
    private static final AccountType OTHER_ADMIN = new AccountType("WORKSPACE_ADMIN");
    private static final Guards GUARDS = new Guards(Set.of("ceo@acme.io", "uid-of-cto@acme.io"), null);

    /** What a census says; what was counted, by how many minutes ago it was. */
    private record Counted(
            int otherAdmins,
            int active,
            List<Integer> minutesAgo,
            @Nullable Instant latch,
            @Nullable Instant release) implements Guards.Census {
        Counted(int otherAdmins, int active, List<Integer> minutesAgo) {
            this(otherAdmins, active, minutesAgo, null, null);
        }

        Counted latched() {
            return new Counted(otherAdmins, active, minutesAgo, NOW, release);
        }

        Counted released(Instant when) {
            return new Counted(otherAdmins, active, minutesAgo, latch, when);
        }

        @Override
        public boolean hasOtherAdmin() {
            return otherAdmins > 0;
        }

        @Override
        public int since(Brake brake, Instant moment) {
            return (int) minutesAgo.stream()
                    .filter(minutes -> NOW.minus(Duration.ofMinutes(minutes)).isAfter(moment))
                    .count();
        }

        @Override
        public @Nullable Instant latched(Brake brake) {
            return latch;
        }

        @Override
        public @Nullable Instant released(Brake brake) {
            return release;
        }
    }

    private static final Counted CALM = new Counted(1, 100, List.of());

    private static String guard(Guards guards, User user, Desired desired, Counted census) {
        return guards.against(Plea.of(user, desired, NOW), census, NOW)
                .map(Held::guard)
                .orElse("free");
    }

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
        Counted census = new Counted(otherAdmins, 100, List.of());
        assertThat(guard(GUARDS, user, desired(wish), census)).isEqualTo(expected);
        String atLever = GUARDS.lastAdmin(Plea.of(user, desired(wish), NOW), census)
                .map(Held::guard)
                .orElse("free");
        boolean last = type.equals("ADMIN")
                && otherAdmins == 0
                && !Set.of("ADMIN", "active").contains(wish);
        assertThat(atLever).isEqualTo(last ? "last-admin" : "free");
    }

    @Test
    void whoever_is_not_active_has_nothing_to_lose() {
        Counted braked = new Counted(0, 100, List.of(1, 2, 3)).latched();
        for (Observed state : List.of(
                new Observed.Absent(),
                new Observed.Unknown(),
                new Observed.Gone(),
                new Observed.Invited(AccountType.ADMIN),
                new Observed.Expired(AccountType.ADMIN))) {
            User user = Someone.called("ceo@acme.io").observed(Observation.of(state));
            assertThat(guard(GUARDS, user, new Desired.Inactive(), braked)).isEqualTo("free");
        }
    }

    @Test
    void what_is_held_says_what_was_asked_and_why() {
        User user = Someone.member("max@acme.io", AccountType.ADMIN);
        Held held = GUARDS.against(Plea.of(user, new Desired.Deleted(), NOW), new Counted(0, 100, List.of()), NOW)
                .orElseThrow();
        assertThat(held.desired()).isEqualTo(new Desired.Deleted());
        assertThat(held.since()).isEqualTo(NOW);
        assertThat(held.why()).contains("max@acme.io", "last ADMIN");
    }

    @ParameterizedTest(name = "{0}, to be {1}: {2}")
    @CsvSource(textBlock = """
            active ADMIN,            inactive,        LEAVER
            active BUSINESS,         deleted,         LEAVER
            invited ADMIN,           inactive,        ''
            gone,                    inactive,        ''
            active ADMIN,            BUSINESS,        DEMOTION
            active ADMIN,            WORKSPACE_ADMIN, DEMOTION
            active WORKSPACE_ADMIN,  BUSINESS,        DEMOTION
            active WORKSPACE_ADMIN,  ADMIN,           GRANT
            active SECURITY_ADMIN,   WORKSPACE_ADMIN, GRANT
            active BUSINESS,         ADMIN,           GRANT
            active ADMIN,            ADMIN,           ''
            active ADMIN,            active,          ''
            active BUSINESS,         DEVELOPER,       ''
            invited BUSINESS,        ADMIN,           GRANT
            invited ADMIN,           BUSINESS,        ''
            invited ADMIN,           ADMIN,           ''
            absent,                  DEVELOPER,       INVITATION
            absent,                  ADMIN,           GRANT INVITATION
            gone,                    BUSINESS,        INVITATION
            absent,                  active,          ''
            expired BUSINESS,        BUSINESS,        ''
            expired BUSINESS,        ADMIN,           GRANT
            """)
    void what_is_counted_as_what(String state, String wish, String brakes) {
        String counted = Brake.of(observed(state), desired(wish)).stream()
                .map(Brake::name)
                .collect(Collectors.joining(" "));
        assertThat(counted).isEqualTo(brakes);
    }

    @ParameterizedTest(name = "of {0} active, {1} within the hour, limit {2}: held {3}")
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
    void more_leavers_or_demotions_than_an_hour_may_have_are_held(int active, int gone, Integer limit, boolean held) {
        Guards guards = new Guards(Set.of(), limit);
        Counted census = new Counted(1, active, Collections.nCopies(gone, 30));
        User user = Someone.member("max@acme.io", OTHER_ADMIN);
        assertThat(guard(guards, user, new Desired.Inactive(), census)).isEqualTo(held ? "leaver-brake" : "free");
        assertThat(guard(guards, user, Someone.active(AccountType.BUSINESS), census))
                .isEqualTo(held ? "demotion-brake" : "free");
        assertThat(guard(guards, user, Someone.active(OTHER_ADMIN), census)).isEqualTo("free");
    }

    @ParameterizedTest(name = "of {0} active, {1} invited within the hour, limit {2}: held {3}")
    @CsvSource({"20,99,,false", "20,100,,true", "800,199,,false", "800,200,,true", "800,3,3,true", "800,2,3,false"})
    void more_joiners_than_an_hour_may_have_are_held(int active, int invited, Integer limit, boolean held) {
        Guards guards = new Guards(new Guards.Limits(null, limit, 5), Set.of());
        Counted census = new Counted(1, active, Collections.nCopies(invited, 30));
        User user = Someone.called("max@acme.io");
        assertThat(guard(guards, user, Someone.active(AccountType.BUSINESS), census))
                .isEqualTo(held ? "invitation-brake" : "free");
        assertThat(guard(
                        guards,
                        user,
                        Someone.active(AccountType.ADMIN),
                        new Counted(1, active, List.of(1, 2, 3, 4, 5))))
                .isEqualTo("grant-brake");
    }

    @Test
    void an_hour_that_is_over_no_longer_counts_nor_what_came_before_a_release() {
        User user = Someone.member("max@acme.io", AccountType.DEVELOPER);
        Counted old = new Counted(1, 20, Collections.nCopies(50, 60));
        assertThat(guard(GUARDS, user, new Desired.Inactive(), old)).isEqualTo("free");
        Counted late = new Counted(1, 20, Collections.nCopies(50, 10));
        Instant release = NOW.minus(Duration.ofMinutes(9));
        assertThat(guard(GUARDS, user, new Desired.Inactive(), late)).isEqualTo("leaver-brake");
        assertThat(guard(GUARDS, user, new Desired.Inactive(), late.released(release)))
                .isEqualTo("free");
    }

    @ParameterizedTest(name = "{0} minutes ago and {1} minutes ago: held {2}")
    @CsvSource({"1,2,true", "9,9,true", "1,10,false", "10,11,false", "30,31,false"})
    void while_it_is_latched_two_leavers_pass_in_ten_minutes(int one, int other, boolean held) {
        Counted census = new Counted(1, 20, List.of(one, other)).latched();
        User user = Someone.member("max@acme.io", AccountType.DEVELOPER);
        assertThat(guard(GUARDS, user, new Desired.Inactive(), census)).isEqualTo(held ? "leaver-brake" : "free");
        assertThat(guard(GUARDS, Someone.called("eva@acme.io"), Someone.active(AccountType.BUSINESS), census))
                .as("joiners wait")
                .isEqualTo("invitation-brake");
    }

    @Test
    void who_was_held_at_the_release_passes_but_not_whom_another_guard_minds() {
        Counted census = new Counted(0, 20, List.of(1, 1, 1)).latched().released(NOW);
        User user = Someone.member("max@acme.io", AccountType.DEVELOPER);
        assertThat(guard(GUARDS, user, new Desired.Inactive(), census)).isEqualTo("free");
        Plea later = Plea.of(user, new Desired.Inactive(), NOW.plusNanos(1000));
        assertThat(GUARDS.against(later, census, NOW)).isPresent();
        User admin = Someone.member("root@acme.io", AccountType.ADMIN);
        assertThat(guard(GUARDS, admin, new Desired.Inactive(), census)).isEqualTo("last-admin");
        assertThat(guard(GUARDS, Someone.member("ceo@acme.io", OTHER_ADMIN), new Desired.Inactive(), census))
                .isEqualTo("protected");
    }

    @Test
    void somebody_protected_may_be_promoted_by_anybody_and_loses_nothing() {
        User plain = Someone.member("ceo@acme.io", AccountType.BUSINESS);
        assertThat(guard(GUARDS, plain, Someone.active(AccountType.ADMIN), CALM))
                .isEqualTo("free");
        User some = Someone.member("ceo@acme.io", OTHER_ADMIN);
        assertThat(guard(GUARDS, some, Someone.active(AccountType.ADMIN), CALM)).isEqualTo("free");
        User admin = Someone.member("ceo@acme.io", AccountType.ADMIN);
        assertThat(guard(GUARDS, admin, Someone.active(OTHER_ADMIN), CALM)).isEqualTo("protected");
    }

    private static Observed observed(String words) {
        String[] word = words.split(" ");
        return switch (word[0]) {
            case "active" -> new Observed.Active("uid", new AccountType(word[1]));
            case "invited" -> new Observed.Invited(new AccountType(word[1]));
            case "expired" -> new Observed.Expired(new AccountType(word[1]));
            case "gone" -> new Observed.Gone();
            default -> new Observed.Absent();
        };
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
