package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.sandbox.Way;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.store.Entry;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What writes of groups do to people. The time-out only turns a deadlock into a failure. */
@Timeout(120)
class GroupWritesTest {
    private static final String TESS = "tess@acme.io";
    private static final String CHANGE = "updateUserAccountType";
    private static final Duration STEP = Duration.ofMillis(300);

    /** How somebody comes out of a group that gives them a type. */
    enum Out {
        LEAVES(clubs -> clubs.leave("Admins", Room.FIRST_ADMIN)),
        REPLACED(clubs -> clubs.replace("Admins", "Admins")),
        RENAMED(clubs -> clubs.rename("Admins", "Former admins")),
        DELETED(clubs -> clubs.delete("Admins"));

        private final Consumer<Clubs> write;

        Out(Consumer<Clubs> write) {
            this.write = write;
        }
    }

    @Test
    void the_lever_is_pulled_for_those_who_join_and_the_write_does_not_wait_for_it() {
        try (Room room = Room.patient(5, Clubs.HOUSE)) {
            Clubs clubs = new Clubs(room);
            room.control.add(TESS, "BUSINESS");
            room.pass(STEP);
            room.control.failNext(CHANGE, Way.hang());
            clubs.found("Makers", TESS);
            room.control.awaitHeld(1);
            assertThat(room.user(TESS).wish().desired())
                    .isEqualTo(new Desired.Active(AccountType.DEVELOPER, AccountType.BUSINESS));
            room.control.release();
            room.awaitPassing(STEP, () -> room.is(TESS, State.SETTLED));
            assertThat(room.control.person(TESS).accountType()).isEqualTo("DEVELOPER");

            clubs.leave("Makers", TESS);
            room.awaitPassing(
                    STEP, () -> room.control.person(TESS).accountType().equals("BUSINESS"));
        }
    }

    @Test
    void whoever_is_invited_while_in_the_group_is_invited_as_what_it_gives() {
        try (Room room = Room.with(3, Clubs.HOUSE)) {
            Clubs clubs = new Clubs(room);
            room.control.down();
            room.create(TESS, "BUSINESS");
            // The first try has found nobody: it must not be on its way still when the door is open again.
            room.await(() -> room.user(TESS).observation().last() != null);
            clubs.found("makers", TESS);
            room.control.up();
            room.awaitPassing(STEP, () -> room.control.find(TESS).isPresent());
            assertThat(room.control.person(TESS).accountType()).isEqualTo("DEVELOPER");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_demotion_of_the_last_admin_is_held_however_they_come_out_and_the_write_is_done(Out out) {
        try (Room room = Room.with(5, Clubs.HOUSE)) {
            Clubs clubs = new Clubs(room);
            room.control.changeRole(Room.SECOND_ADMIN, "BUSINESS");
            room.pass(STEP);
            clubs.found("Admins", Room.FIRST_ADMIN);
            out.write.accept(clubs);
            assertThat(room.snapshot().groups().of(room.user(Room.FIRST_ADMIN).id()))
                    .allMatch(group -> group.name().equals("Former admins"));
            assertThat(room.is(Room.FIRST_ADMIN, State.HELD)).isTrue();
            assertThat(room.user(Room.FIRST_ADMIN).held().guard()).isEqualTo(Guards.LAST_ADMIN);
            assertThat(room.control.commands()).isZero();

            room.control.add("new.admin@acme.io", "ADMIN");
            room.awaitPassing(Duration.ofSeconds(1), () -> room.is(Room.FIRST_ADMIN, State.SETTLED));
            assertThat(room.control.person(Room.FIRST_ADMIN).accountType()).isEqualTo("BUSINESS");
        }
    }

    @Test
    void the_protected_keep_what_a_group_gave_them_and_the_others_do_not() {
        Room.House house = new Room.House(Clubs.TYPES, new Guards(Set.of(Room.FIRST_ADMIN), null));
        try (Room room = Room.with(5, house)) {
            Clubs clubs = new Clubs(room);
            room.control.add(TESS, "ADMIN");
            room.pass(STEP);
            clubs.found("Admins", Room.FIRST_ADMIN, TESS);
            clubs.delete("Admins");
            assertThat(room.user(Room.FIRST_ADMIN).held().guard()).isEqualTo(Guards.PROTECTED);
            room.awaitPassing(
                    STEP, () -> room.control.person(TESS).accountType().equals("BUSINESS"));
            assertThat(room.control.person(Room.FIRST_ADMIN).accountType()).isEqualTo("ADMIN");
        }
    }

    @Test
    void a_write_that_waits_for_the_workspace_stands_when_a_group_of_theirs_is_written() {
        try (Room room = Room.patient(5, Clubs.HOUSE)) {
            Clubs clubs = new Clubs(room);
            room.control.add(TESS, "BUSINESS");
            room.pass(STEP);
            room.control.failNext(CHANGE, Way.hang());
            CompletableFuture<?> waiting = room.patching(TESS, Room.role("ANALYST"));
            room.control.awaitHeld(1);
            assertThat(waiting).isNotDone();
            clubs.found("Makers", TESS);
            assertThat(waiting).isCompleted();
            assertThat(room.user(TESS)
                            .said()
                            .document()
                            .elements("roles")
                            .get(0)
                            .text("value"))
                    .isEqualTo("ANALYST");
            room.control.release();
            room.awaitPassing(
                    STEP, () -> room.control.person(TESS).accountType().equals("DEVELOPER"));
        }
    }

    @Test
    void the_deleted_leave_their_groups_and_the_deactivated_do_not() {
        try (Room room = Room.with(5, Clubs.HOUSE)) {
            Clubs clubs = new Clubs(room);
            room.member(TESS, "BUSINESS");
            Group before = clubs.found("Makers", TESS, Room.FIRST_ADMIN);
            clubs.found("Cooks", TESS);
            room.patch(TESS, Room.LEAVE);
            assertThat(clubs.members("Makers")).contains(clubs.id(TESS));
            assertThat(clubs.named("Makers")).isEqualTo(before);

            var unused = room.deleting(TESS).join();
            assertThat(clubs.members("Makers")).containsExactly(clubs.id(Room.FIRST_ADMIN));
            assertThat(clubs.members("Cooks")).isEmpty();
            assertThat(clubs.named("Makers").version()).isNotEqualTo(before.version());
            assertThat(room.timeline(TESS))
                    .extracting(entry -> entry.words().meant())
                    .anyMatch(meant -> meant != null && meant.startsWith("leaves group \"Cooks\""));
        }
    }

    @Test
    void whoever_is_held_from_being_deleted_leaves_their_groups_when_they_go() {
        try (Room room = Room.with(5, Clubs.HOUSE)) {
            Clubs clubs = new Clubs(room);
            clubs.found("Cooks", Room.FIRST_ADMIN);
            room.control.changeRole(Room.SECOND_ADMIN, "BUSINESS");
            room.pass(STEP);
            assertThatThrownBy(room.deleting(Room.FIRST_ADMIN)::join).hasMessageContaining("last ADMIN");
            assertThat(clubs.members("Cooks")).containsExactly(clubs.id(Room.FIRST_ADMIN));
            room.control.add("new.admin@acme.io", "ADMIN");
            room.awaitPassing(
                    Duration.ofSeconds(1), () -> room.user(Room.FIRST_ADMIN).isDeleted());
            assertThat(clubs.members("Cooks")).isEmpty();
        }
    }

    @Test
    void a_write_with_a_member_nobody_knows_is_refused_whole() {
        try (Room room = Room.with(5, Clubs.HOUSE)) {
            Clubs clubs = new Clubs(room);
            Group cooks = clubs.found("Cooks", Room.FIRST_ADMIN);
            long entries = room.audit().verify().entries();
            String nobody = UUID.randomUUID().toString();
            assertThatThrownBy(() -> clubs.found("Makers", Room.SECOND_ADMIN, nobody))
                    .hasCauseInstanceOf(ScimProblem.class)
                    .hasMessageContaining(nobody);
            assertThatThrownBy(() -> clubs.join("Cooks", Room.SECOND_ADMIN, nobody))
                    .hasMessageContaining(nobody);
            assertThatThrownBy(() -> clubs.replace("Cooks", "Chefs", nobody)).hasMessageContaining(nobody);
            assertThat(clubs.named("Cooks")).isEqualTo(cooks);
            assertThat(clubs.members("Cooks")).containsExactly(clubs.id(Room.FIRST_ADMIN));
            assertThat(room.user(Room.SECOND_ADMIN).isManaged()).isFalse();
            assertThat(room.audit().verify().entries()).isEqualTo(entries);
        }
    }

    @Test
    void a_write_that_changes_nothing_moves_no_version() {
        try (Room room = Room.with(5, Clubs.HOUSE)) {
            Clubs clubs = new Clubs(room);
            Group makers = clubs.found("Makers", Room.FIRST_ADMIN, Room.SECOND_ADMIN);
            String shown = shown(room, Room.FIRST_ADMIN);
            clubs.join("Makers", Room.FIRST_ADMIN);
            clubs.leave("Makers", "00000000-0000-4000-8000-000000000000");
            clubs.rename("Makers", "Makers");
            clubs.replace("Makers", "Makers", Room.SECOND_ADMIN, Room.FIRST_ADMIN);
            assertThat(clubs.named("Makers")).isEqualTo(makers);
            assertThat(shown(room, Room.FIRST_ADMIN)).isEqualTo(shown);
        }
    }

    private static String shown(Room room, String address) {
        return room.snapshot()
                .document(room.user(address), Locations.NONE)
                .without("urn:ietf:params:scim:schemas:extension:scimbridge:2.0:User")
                .json();
    }

    @Test
    void who_wrote_the_group_and_what_it_meant_stands_in_the_timeline_of_each() {
        try (Room room = Room.with(5, Clubs.HOUSE)) {
            Clubs clubs = new Clubs(room);
            long entries = room.audit().verify().entries();
            clubs.found("Cooks", Room.FIRST_ADMIN);
            assertThat(room.audit().verify().entries()).as("of the group alone").isEqualTo(entries + 1);
            clubs.found("Makers", Room.FIRST_ADMIN);
            assertThat(room.timeline(Room.FIRST_ADMIN)).anySatisfy(entry -> {
                assertThat(entry.by()).isEqualTo(new Entry.By("okta", null));
                assertThat(entry.words().meant()).contains("DEVELOPER");
                assertThat(entry.words().why()).isEqualTo("groups: Makers");
            });
            assertThat(room.audit().verify().isSound()).isTrue();
        }
    }
}
