package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.Brake;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Guards.Limits;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.store.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule 10 of the design at work: what an hour may have, what is held, and an operator's word. */
@Timeout(120)
class BrakesTest {
    private static final Duration STEP = Duration.ofMillis(300);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String DISABLE = "disableUser";
    private static final String INVITE = "inviteUser";
    private static final String TESS = "tess@acme.io";

    private static Room room(int people, Limits limits, String... exempt) {
        return Room.with(people, new Room.House(Clubs.TYPES, new Guards(limits, Set.of(exempt))));
    }

    private static HeldQueue queue(Room room) {
        return room.operations().held();
    }

    private static List<String> addresses(String name, int many) {
        return IntStream.range(0, many).mapToObj(i -> name + i + "@acme.io").toList();
    }

    private static void isHeld(Room room, String address, String guard) {
        assertThat(room.is(address, State.HELD)).as(address).isTrue();
        assertThat(room.user(address).held().guard()).isEqualTo(guard);
    }

    private static void present(Room room, String type, List<String> people) {
        people.forEach(each -> room.control.add(each, type));
        room.pass(STEP);
    }

    @Test
    void more_joiners_than_an_hour_may_have_are_accepted_and_invited_when_the_brake_is_released() {
        try (Room room = room(5, new Limits(null, 3, 5))) {
            List<String> joiners = addresses("joiner", 5);
            joiners.forEach(each -> room.create(each, "DEVELOPER"));
            room.await(() -> room.control.applied(INVITE) == 3);
            User last = room.user(joiners.get(4));
            isHeld(room, joiners.get(4), "invitation-brake");
            assertThat(Presentation.isActive(last)).isTrue();
            assertThat(Presentation.type(last)).isEqualTo(AccountType.DEVELOPER);
            assertThat(last.course().why()).contains("(3)", "until an operator releases");

            room.patch(joiners.get(0), Room.role("BUSINESS"));
            room.pass(Duration.ofHours(2));
            assertThat(room.is(joiners.get(4), State.HELD)).as("it is latched").isTrue();
            queue(room).unlatch(Brake.INVITATION);
            room.crash();
            room.await(() -> room.control.applied(INVITE) == 5);

            room.clock.wind(STEP);
            List<String> later = addresses("later", 4);
            later.forEach(each -> room.create(each, "DEVELOPER"));
            room.await(() -> room.control.applied(INVITE) == 8);
            isHeld(room, later.get(3), "invitation-brake");
        }
    }

    @Test
    void a_first_cycle_of_hundreds_ends_with_everybody_invited() {
        try (Room room = room(5, new Limits(null, null, 5))) {
            List<CompletableFuture<User>> cycle = addresses("new", 250).stream()
                    .map(each -> room.creating(each, "BUSINESS"))
                    .toList();
            cycle.forEach(CompletableFuture::join);
            room.await(() -> room.control.applied(INVITE) == 100);
            assertThat(queue(room).all()).hasSize(150);
            queue(room).release(Brake.INVITATION);
            room.await(() -> room.control.applied(INVITE) == 250);
            assertThat(queue(room).all()).isEmpty();
        }
    }

    @Test
    void who_is_written_to_twice_counts_once() {
        try (Room room = room(5, new Limits(null, 1, 5))) {
            room.control.down();
            room.create(TESS, "BUSINESS");
            room.patch(TESS, Room.role("DEVELOPER"));
            room.patch(TESS, "{'op':'replace','path':'active','value':true}");
            assertThat(room.is(TESS, State.PENDING)).isTrue();
            room.control.up();
            room.awaitPassing(STEP, () -> room.control.applied(INVITE) == 1);
        }
    }

    @Test
    void grants_of_an_admin_type_are_accepted_and_held() {
        try (Room room = room(5, new Limits(null, null, 1))) {
            present(room, "BUSINESS", List.of("one@acme.io", "two@acme.io"));
            room.patch("one@acme.io", Room.role("WORKSPACE_ADMIN"));
            room.patch("two@acme.io", Room.role("ADMIN"));
            room.create(TESS, "ADMIN");
            isHeld(room, "two@acme.io", "grant-brake");
            assertThat(Presentation.type(room.user("two@acme.io"))).isEqualTo(AccountType.BUSINESS);
            isHeld(room, TESS, "grant-brake");
            assertThat(Presentation.type(room.user(TESS))).isEqualTo(AccountType.ADMIN);
            assertThat(queue(room).all()).extracting(user -> user.held().by()).containsExactly("okta", "okta");

            assertThat(queue(room).release(Brake.GRANT)).isEqualTo(2);
            assertThat(room.timeline(TESS))
                    .anySatisfy(entry -> assertThat(entry.by()).isEqualTo(Entry.By.OPERATOR));
            room.awaitPassing(
                    STEP, () -> room.control.person("two@acme.io").accountType().equals("ADMIN"));
            room.awaitPassing(STEP, () -> room.control.find(TESS).isPresent());
            assertThat(room.control.person(TESS).accountType()).isEqualTo("ADMIN");
        }
    }

    @Test
    void a_demotion_too_many_is_told_and_two_pass_in_ten_minutes() {
        try (Room room = room(5, new Limits(2, null, 5))) {
            List<String> admins = addresses("admin", 5);
            present(room, "SECURITY_ADMIN", admins);
            admins.subList(0, 2).forEach(each -> room.patch(each, Room.role("BUSINESS")));
            for (String each : admins.subList(2, 5)) {
                assertThatThrownBy(room.patching(each, Room.role("BUSINESS"))::join)
                        .hasCauseInstanceOf(ScimProblem.class)
                        .hasMessageContaining("losing an admin type")
                        .hasMessageContaining("kept as held");
                isHeld(room, each, "demotion-brake");
                assertThat(Presentation.type(room.user(each))).hasToString("SECURITY_ADMIN");
            }
            room.pass(MINUTE, 8);
            assertThat(demoted(room, admins)).isEqualTo(2);
            room.pass(MINUTE, 5);
            assertThat(demoted(room, admins)).isEqualTo(4);
        }
    }

    private static long demoted(Room room, List<String> people) {
        return people.stream()
                .filter(each -> room.control.person(each).accountType().equals("BUSINESS"))
                .count();
    }

    @Test
    void a_group_that_takes_admin_types_away_is_written_and_its_members_are_held() {
        try (Room room = room(5, new Limits(2, null, 5))) {
            Clubs clubs = new Clubs(room);
            List<String> admins = addresses("admin", 4);
            present(room, "ADMIN", admins);
            clubs.found("Admins", admins.toArray(String[]::new));
            clubs.delete("Admins");
            assertThat(queue(room).all())
                    .hasSize(2)
                    .allMatch(user -> user.held().guard().equals("demotion-brake"));
            queue(room).release(Brake.DEMOTION);
            room.awaitPassing(Duration.ofSeconds(1), () -> demoted(room, admins) == 4);
        }
    }

    @Test
    void leavers_who_are_held_go_when_the_brake_is_released_though_power_fails_in_between() {
        try (Room room = room(5, new Limits(2, null, 5))) {
            List<String> leavers = addresses("leaver", 6);
            present(room, "DEVELOPER", leavers);
            leavers.forEach(each ->
                    room.patching(each, Room.LEAVE).exceptionally(told -> null).join());
            room.crash();
            assertThat(queue(room).all()).hasSize(4);
            assertThat(queue(room).release(Brake.LEAVER)).isEqualTo(4);
            room.crash();
            room.awaitPassing(STEP, () -> room.control.applied(DISABLE) == 6);
            assertThat(Stream.of(leavers.get(0), leavers.get(5)).map(room::timeline))
                    .allSatisfy(lines -> assertThat(lines).isNotEmpty());
            assertThat(room.timeline(leavers.get(5)))
                    .anySatisfy(entry -> assertThat(entry.by()).isEqualTo(Entry.By.OPERATOR));
        }
    }

    @Test
    void what_is_rejected_was_never_asked() {
        try (Room room = room(5, new Limits(0, 0, 0))) {
            present(room, "BUSINESS", List.of("leaver@acme.io", "riser@acme.io"));
            room.create(TESS, "DEVELOPER");
            room.patch("riser@acme.io", Room.role("ADMIN"));
            room.patching("leaver@acme.io", Room.LEAVE)
                    .exceptionally(told -> null)
                    .join();
            assertThat(queue(room).all()).hasSize(3);
            for (Brake brake : Brake.values()) {
                queue(room).rejectAll(brake.guard());
            }
            assertThat(queue(room).all()).isEmpty();
            assertThat(Presentation.isActive(room.user(TESS))).isFalse();
            assertThat(room.is("leaver@acme.io", State.SETTLED)).isTrue();
            room.patch("riser@acme.io", "{'op':'replace','path':'title','value':'Chief'}");
            room.patch("riser@acme.io", "{'op':'replace','path':'active','value':true}");
            assertThat(room.is("riser@acme.io", State.SETTLED)).isTrue();
            assertThat(room.control.commands()).isZero();
        }
    }

    @Test
    void one_person_is_released_whatever_the_guard_but_for_the_last_admin() {
        try (Room room = room(5, new Limits(null, null, 5), TESS)) {
            present(room, "DEVELOPER", List.of(TESS));
            room.control.changeRole(Room.SECOND_ADMIN, "BUSINESS");
            room.pass(STEP);
            Stream.of(TESS, Room.FIRST_ADMIN)
                    .forEach(each -> room.patching(each, Room.LEAVE)
                            .exceptionally(told -> null)
                            .join());
            assertThat(queue(room).release(room.user(Room.FIRST_ADMIN).id())).isPresent();
            isHeld(room, Room.FIRST_ADMIN, Guards.LAST_ADMIN);
            assertThat(queue(room).release(room.user(TESS).id())).isEmpty();
            room.awaitPassing(STEP, () -> room.control.person(TESS).is("disabled"));
            assertThat(room.control.applied(DISABLE)).isEqualTo(1);
        }
    }

    @Test
    void whoever_comes_in_by_another_way_is_not_held_any_more() {
        try (Room room = room(5, new Limits(null, 0, 5))) {
            room.create(TESS, "BUSINESS");
            isHeld(room, TESS, "invitation-brake");
            present(room, "BUSINESS", List.of(TESS));
            room.awaitPassing(STEP, () -> room.is(TESS, State.SETTLED));
        }
    }

    @Test
    void whoever_was_held_and_then_disabled_by_hand_is_not_invited_when_the_hold_ends() {
        try (Room room = Room.with(5)) {
            room.control.changeRole(Room.SECOND_ADMIN, "BUSINESS");
            room.pass(Duration.ofSeconds(1));
            assertThat(room.patching(Room.FIRST_ADMIN, Room.role("DEVELOPER"))).failsWithin(Duration.ofMinutes(1));
            assertThat(room.is(Room.FIRST_ADMIN, State.HELD)).isTrue();
            room.control.disable(Room.FIRST_ADMIN);
            room.pass(Duration.ofSeconds(1), 3);
            room.control.changeRole(Room.SECOND_ADMIN, "ADMIN");
            room.awaitPassing(Duration.ofSeconds(1), () -> room.is(Room.FIRST_ADMIN, State.DRIFT));
            room.pass(Duration.ofMinutes(1), 3);
            assertThat(room.control.calls("inviteUser")).isZero();
        }
    }
}
