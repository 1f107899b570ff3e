package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.sandbox.Control;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** After an outage all that has piled up is carried out: leavers first, role changes next, joiners last, at the rate. */
class DrainTest {
    private static final int LEAVERS = 1000;
    private static final int CHANGES = 2000;
    private static final int JOINERS = 7000;
    private static final int RATE = 100;

    /** As many are served at once. */
    private static final int SERVERS = 8;

    private static final Guards NONE = new Guards(new Guards.Limits(100_000, 100_000, 100_000), Set.of());

    @Test
    void ten_thousand_steps_after_two_hours_go_in_their_order_and_not_too_fast() {
        Room.House house = new Room.House(AccountTypeRules.DEFAULT, NONE, RATE);
        try (Room room = Room.with(LEAVERS + CHANGES + 400, house)) {
            List<String> present = room.control.state().stream()
                    .filter(person -> Set.of("BUSINESS", "DEVELOPER").contains(person.accountType()))
                    .filter(person -> person.is("active"))
                    .map(Control.Person::email)
                    .toList();
            room.control.down();
            List<CompletableFuture<?>> writes = new ArrayList<>();
            for (int i = 0; i < JOINERS; i++) {
                writes.add(room.creating("joiner" + i + "@acme.io", "BUSINESS"));
            }
            for (int i = 0; i < LEAVERS + CHANGES; i++) {
                writes.add(room.patching(present.get(i), i % 3 == 0 ? Room.LEAVE : Room.role("ANALYST")));
            }
            CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new)).join();
            room.clock.wind(Duration.ofHours(2));
            room.control.forgetCalls();
            room.control.up();
            room.awaitPassing(Duration.ofMillis(500), () -> room.control.commands() >= writes.size());
            List<Control.Call> calls = room.control.log();
            assertInOrder(calls);
            assertWithinTheRate(calls);
        }
    }

    /** Each has overtaken at most as many as were being served when it came. */
    private static void assertInOrder(List<Control.Call> calls) {
        List<String> ranks =
                Stream.of("disableUser", "updateUserAccountType", "inviteUser").toList();
        List<Integer> order = calls.stream()
                .map(call -> ranks.indexOf(call.operation()))
                .filter(rank -> rank >= 0)
                .toList();
        List<Integer> sorted = order.stream().sorted().toList();
        int strays = 0;
        for (int i = 0; i < order.size(); i++) {
            strays += order.get(i).equals(sorted.get(i)) ? 0 : 1;
        }
        assertThat(strays).as("not in their place").isLessThanOrEqualTo(4 * SERVERS);
        assertThat(order).hasSizeGreaterThanOrEqualTo(JOINERS + LEAVERS);
    }

    private static void assertWithinTheRate(List<Control.Call> calls) {
        Map<String, Integer> bySecond = new HashMap<>();
        calls.forEach(call -> bySecond.merge(call.at().substring(0, 19), 1, Integer::sum));
        // What has rested may come in one burst.
        assertThat(bySecond.values()).allMatch(many -> many <= 2 * RATE);
        assertThat(bySecond.values().stream().filter(many -> many > RATE + SERVERS))
                .hasSizeLessThanOrEqualTo(3);
    }
}
