package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.provisioning.Interlock.Opening;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Going live: what would be done, and the word that it may be. The time-out only turns a deadlock into a failure. */
@Timeout(90)
class PlanTest {
    private static final String TESS = "tess@acme.io";
    private static final List<String> LEAVERS =
            IntStream.range(0, 4).mapToObj(i -> "leaver" + i + "@acme.io").toList();

    @Test
    void a_plan_is_carried_out_at_its_number_but_for_what_a_guard_minds() {
        try (Room room = Room.with(30, new Room.House(AccountTypeRules.DEFAULT, new Guards(Set.of(), 2)))) {
            shadowed(room);
            room.restart(Opening.LIVE);
            Plan plan = room.plans().current();
            assertThat(plan.number()).isEqualTo(5);
            assertThat(plan.lines()).extracting(Plan.Line::address).endsWith(TESS);
            assertThat(plan.lines().get(0).command()).startsWith("disableUser");
            assertThat(plan.lines())
                    .extracting(Plan.Line::guard)
                    .containsExactly(null, null, Guards.LEAVER_BRAKE, Guards.LEAVER_BRAKE, null);

            long before = room.control.commands();
            assertThat(room.plans().confirm(4).number()).isEqualTo(5);
            assertThat(room.interlock().standing().stopped()).isNotNull();
            assertThat(room.is(LEAVERS.get(3), State.HELD)).isFalse();

            assertThat(room.plans().confirm(5)).isEqualTo(plan);
            assertThat(room.interlock().standing().stopped()).isNull();
            room.await(() -> room.is(TESS, State.WAITING_FOR_SIGNUP) && room.is(LEAVERS.get(1), State.SETTLED));
            assertThat(room.control.commands()).isEqualTo(before + 3);
            assertThat(LEAVERS.subList(2, 4)).allMatch(address -> room.is(address, State.HELD));
            assertThat(room.user(LEAVERS.get(2)).isHeldToLeave()).isTrue();
            room.awaitPassing(Duration.ofMinutes(1), () -> room.is(LEAVERS.get(3), State.SETTLED));
        }
    }

    /** One joins and four leave, in more time than a guard looks back on. */
    private static void shadowed(Room room) {
        LEAVERS.forEach(address -> room.control.add(address, "DEVELOPER"));
        room.pass(Duration.ofSeconds(1));
        room.restart(new Opening(true, null));
        room.create(TESS, "BUSINESS");
        for (String address : LEAVERS) {
            room.patch(address, Room.LEAVE);
            room.pass(Duration.ofMinutes(40));
        }
        room.await(() -> LEAVERS.stream().allMatch(address -> room.is(address, State.SHADOW)));
    }

    @Test
    void a_plan_that_is_only_looked_at_changes_nothing() {
        try (Room room = Room.with(5)) {
            room.restart(new Opening(true, null));
            room.patch(Room.FIRST_ADMIN, Room.LEAVE);
            room.create(TESS, "BUSINESS");
            room.await(() -> room.is(Room.FIRST_ADMIN, State.SHADOW) && room.is(TESS, State.SHADOW));
            long entries = room.audit().verify().entries();
            assertThat(room.plans().current()).isEqualTo(room.plans().current());
            assertThat(room.plans().current().number()).isEqualTo(2);
            assertThat(room.audit().verify().entries()).isEqualTo(entries);
            assertThat(room.is(TESS, State.SHADOW)).isTrue();
        }
    }
}
