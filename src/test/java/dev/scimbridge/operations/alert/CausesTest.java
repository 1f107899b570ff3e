package dev.scimbridge.operations.alert;

import static dev.scimbridge.operations.alert.Scenery.BEGAN;
import static dev.scimbridge.operations.alert.Scenery.people;
import static dev.scimbridge.operations.alert.Scenery.standing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.operations.alert.Cause.Kind;
import dev.scimbridge.operations.alert.Standing.House;
import dev.scimbridge.operations.alert.Standing.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final Instant LATER = BEGAN.plus(Causes.PATIENCE);
    private static final Instant SOON = LATER.minusMillis(1);
    private static final Desired INACTIVE = new Desired.Inactive();

    private static List<Kind> kinds(Standing standing) {
        return Causes.of(standing).stream().map(Cause::kind).toList();
    }

    private static String words(Standing standing) {
        List<Cause> causes = Causes.of(standing);
        assertThat(causes).hasSize(1);
        return causes.get(0).words();
    }

    private static User held(String address, String guard) {
        return Someone.member(address, AccountType.ADMIN)
                .wishing(Wish.of(Someone.active(AccountType.ADMIN), BEGAN))
                .holding(new Held(INACTIVE, guard, "because", BEGAN, null))
                .on(Someone.course(State.HELD));
    }

    @Test
    void nothing_is_wrong_with_a_house_in_order() {
        assertThat(kinds(people(
                        LATER,
                        Someone.managed("a@acme.io", AccountType.ADMIN, "{'userName':'a@acme.io'}"),
                        Someone.called("b@acme.io"))))
                .isEmpty();
    }

    @Test
    void a_leaver_is_pending_after_fifteen_minutes_unless_armed_held_or_a_shadow() {
        assertThat(kinds(people(SOON, Scenery.leaver("a@acme.io", State.PENDING))))
                .isEmpty();
        for (State state : State.values()) {
            boolean late = state == State.PENDING || state == State.REFUSED;
            assertThat(kinds(people(LATER, Scenery.leaver("a@acme.io", state))).contains(Kind.LEAVER_PENDING))
                    .as(state.word())
                    .isEqualTo(late);
        }
    }

    @Test
    void somebody_deleted_who_is_still_there_is_a_pending_leaver_too() {
        User deleted = Scenery.leaver("a@acme.io", State.PENDING).wishing(Wish.of(new Desired.Deleted(), BEGAN));
        assertThat(words(people(LATER, deleted)))
                .isEqualTo("1 person asked to leave, and not disabled yet after 15 minutes: a@acme.io");
    }

    @Test
    void a_disabled_leaver_whom_no_listing_confirms_in_fifteen_minutes_is_unconfirmed() {
        User disabled = Scenery.disabled("a@acme.io", BEGAN);
        assertThat(kinds(people(SOON, disabled))).isEmpty();
        assertThat(kinds(people(LATER, disabled))).containsExactly(Kind.LEAVER_UNCONFIRMED);
        assertThat(kinds(people(LATER, disabled.wishing(Someone.met(INACTIVE)))))
                .isEmpty();
    }

    @Test
    void the_held_are_counted_by_guard_and_a_brake_is_said_for_itself() {
        List<Cause> causes = Causes.of(people(
                LATER,
                held("a@acme.io", "last-admin"),
                held("b@acme.io", "leaver-brake"),
                held("c@acme.io", "leaver-brake")));
        assertThat(causes)
                .extracting(cause -> new Notice(cause, Notice.Sort.RAISED).text())
                .containsExactly(
                        "brake-latched: leaver-brake: more is asked than an hour may have",
                        "held: 3 people are held: last-admin 1 (a@acme.io), leaver-brake 2 (b@acme.io, c@acme.io)");
    }

    @Test
    void who_is_asked_to_leave_by_another_connection_is_a_foreign_leaver() {
        assertThat(kinds(people(LATER, held("a@acme.io", "connection")))).containsExactly(Kind.FOREIGN_LEAVER);
    }

    @Test
    void at_most_five_people_are_named() {
        User[] many = IntStream.range(0, 7)
                .mapToObj(i -> Someone.member("p" + i + "@acme.io", AccountType.BUSINESS)
                        .on(Someone.course(State.NEEDS_HAND)))
                .toArray(User[]::new);
        assertThat(words(people(LATER, many)))
                .startsWith("7 people")
                .endsWith("p0@acme.io, p1@acme.io, p2@acme.io, p3@acme.io, p4@acme.io, and 2 more");
    }

    @Test
    void an_outage_is_said_after_fifteen_minutes_and_refused_credentials_at_once() {
        assertThat(kinds(standing(SOON, Scenery.broken("no connection")))).isEmpty();
        assertThat(kinds(standing(LATER, Scenery.broken("no connection")))).containsExactly(Kind.WORKSPACE_UNREACHABLE);
        assertThat(kinds(standing(BEGAN, Scenery.refusing()))).containsExactly(Kind.CREDENTIALS_REFUSED);
        Workspace never = new Workspace("no connection", false, null, false, null);
        assertThat(kinds(standing(SOON, never))).isEmpty();
        assertThat(kinds(standing(LATER, never))).containsExactly(Kind.WORKSPACE_UNREACHABLE);
    }

    @Test
    void a_disk_that_is_full_is_not_the_workspaces_fault() {
        Standing full = new Standing(
                LATER, BEGAN, Scenery.broken("the store cannot be written"), new House("disk full", null), List.of());
        assertThat(words(full)).contains("cannot be written", "503", "disk full");
        assertThat(kinds(full)).containsExactly(Kind.STORE_UNWRITABLE);
    }

    @Test
    void stopped_levers_and_an_implausible_listing_are_said() {
        Standing standing = new Standing(
                LATER,
                BEGAN,
                new Workspace(null, false, LATER, true, null),
                new House(null, "an operator has paused them"),
                List.of());
        assertThat(kinds(standing)).containsExactly(Kind.LEVERS_STOPPED, Kind.IMPLAUSIBLE_LISTING);
    }

    @Test
    void credentials_that_expire_are_said_fourteen_days_before() {
        Instant end = BEGAN.plus(Duration.ofDays(30));
        Workspace workspace = new Workspace(null, false, BEGAN, false, end);
        Instant notice = end.minus(Causes.NOTICE);
        assertThat(kinds(standing(notice.minusMillis(1), workspace))).isEmpty();
        assertThat(words(standing(notice, workspace))).contains("expire on " + end);
        assertThat(words(standing(end, workspace))).contains("have expired on " + end);
    }
}
