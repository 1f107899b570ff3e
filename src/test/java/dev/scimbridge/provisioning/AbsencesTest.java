package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Command;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule 5 of the design. */
class AbsencesTest {
    private final Absences absences = new Absences();
    private final List<User> people = new ArrayList<>();

    @Test
    void one_who_is_missing_is_believed_to_be_gone_in_the_second_listing_in_a_row() {
        have(10);
        assertThat(missing(3)).isEmpty();
        assertThat(absences.isImplausible()).isFalse();
        assertThat(missing(3)).containsExactly(id(3));
    }

    @Test
    void one_who_was_back_in_between_must_be_missing_twice_again() {
        have(10);
        assertThat(missing(3)).isEmpty();
        assertThat(missing()).isEmpty();
        assertThat(missing(3)).isEmpty();
        assertThat(missing(3)).containsExactly(id(3));
    }

    @Test
    void more_than_two_and_more_than_a_fifth_are_implausible_however_often() {
        have(10);
        for (int i = 0; i < 3; i++) {
            assertThat(missing(1, 2, 3)).isEmpty();
            assertThat(absences.isImplausible()).isTrue();
        }
        assertThat(missing(1, 2)).isEmpty();
        assertThat(absences.isImplausible()).isFalse();
        assertThat(missing(1, 2)).containsExactlyInAnyOrder(id(1), id(2));
    }

    @Test
    void a_fifth_of_many_is_plausible() {
        have(20);
        missing(1, 2, 3, 4);
        assertThat(absences.isImplausible()).isFalse();
        missing(1, 2, 3, 4, 5);
        assertThat(absences.isImplausible()).isTrue();
    }

    @Test
    void that_nobody_active_is_left_is_implausible_even_of_one() {
        have(1);
        people.add(Someone.called("invited@acme.io").observed(Observation.of(new Observed.Invited(AccountType.ADMIN))));
        assertThat(missing(0)).isEmpty();
        assertThat(absences.isImplausible()).isTrue();
        assertThat(missing(0)).isEmpty();
    }

    @Test
    void an_operator_may_say_that_the_next_listing_is_right_and_no_other() {
        have(10);
        assertThat(missing(1, 2, 3)).isEmpty();
        absences.trust();
        assertThat(missing(1, 2, 3)).hasSize(3);
        assertThat(absences.isImplausible()).isFalse();
        assertThat(missing(4, 5, 6)).isEmpty();
        assertThat(absences.isImplausible()).isTrue();
    }

    @Test
    void whom_the_bridge_has_disabled_is_believed_to_be_gone_at_once_and_counts_for_nothing() {
        have(10);
        for (int i = 0; i < 8; i++) {
            people.set(i, doubtful(people.get(i)));
        }
        assertThat(missing(0, 1, 2, 3, 4, 5, 6, 7)).hasSize(8);
        assertThat(absences.isImplausible()).isFalse();
    }

    @Test
    void a_listing_that_lacks_too_many_proves_not_even_that_somebody_is_gone_whom_the_bridge_has_disabled() {
        have(10);
        people.set(0, doubtful(people.get(0)));
        assertThat(missing(0, 1, 2, 3)).isEmpty();
        assertThat(absences.isImplausible()).isTrue();
        assertThat(missing(0)).containsExactly(id(0));
    }

    @Test
    void who_was_only_invited_by_the_bridge_and_never_listed_needs_no_second_listing() {
        have(10);
        people.add(Someone.called("new@acme.io")
                .observed(new Observation(new Observed.Invited(AccountType.BUSINESS), false, null)));
        assertThat(missing(10)).containsExactly(id(10));
    }

    @Test
    void who_is_known_to_be_gone_is_no_news() {
        have(10);
        people.set(0, Someone.gone(people.get(0)));
        assertThat(missing(0)).isEmpty();
        assertThat(missing(0)).isEmpty();
    }

    private void have(int count) {
        for (int i = 0; i < count; i++) {
            people.add(Someone.member("p" + i + "@acme.io", AccountType.DEVELOPER));
        }
    }

    private static User doubtful(User user) {
        Trace.End end = new Trace.End(Trace.Ending.UNKNOWN, "cut", 7, Someone.NOON);
        Trace trace = new Trace(new Command.Disable("u"), end, false, 1, Someone.NOON);
        return user.observed(new Observation(user.observation().state(), true, trace));
    }

    /** A listing with everybody but these. */
    private Set<UUID> missing(Integer... missing) {
        Snapshot snapshot = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT));
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < people.size(); i++) {
            snapshot = snapshot.with(Changes.of(people.get(i)));
            if (!List.of(missing).contains(i)) {
                seen.add(id(i));
            }
        }
        return absences.believed(snapshot.people(), seen);
    }

    private UUID id(int number) {
        return people.get(number).id();
    }
}
