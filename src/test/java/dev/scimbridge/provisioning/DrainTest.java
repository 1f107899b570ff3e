package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Trace;
import dev.scimbridge.sandbox.Control;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** After an outage all that has piled up is carried out: leavers first, role changes next, joiners last, at the rate. */
class DrainTest {
    private static final int LEAVERS = 1000;
    private static final int CHANGES = 2000;
    private static final int JOINERS = 7000;
    private static final int RATE = 100;

    /** Most urgent first. */
    private static final List<String> RANKS = List.of("disableUser", "updateUserAccountType", "inviteUser");

    /** As many are served at once. */
    private static final int SERVERS = 8;

    private static final Guards NONE = new Guards(new Guards.Limits(100_000, 100_000, 100_000), Set.of());

    @Test
    void ten_thousand_steps_after_two_hours_go_in_their_order_and_not_too_fast() {
        Room.House house = new Room.House(AccountTypeRules.DEFAULT, NONE, false, RATE);
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
            room.awaitPassing(Duration.ofSeconds(1), () -> isUrgentFirst(room));
            room.control.forgetCalls();
            Set<String> resting = resting(room);
            room.control.up();
            room.awaitPassing(Duration.ofMillis(500), () -> done(room) >= writes.size());
            List<Control.Call> calls = room.control.log();
            assertInOrder(calls, resting);
            assertWithinTheRate(calls);
        }
    }

    /** Whether the queue has been filled again since the clock was wound: a leaver was tried. */
    private static boolean isUrgentFirst(Room room) {
        AtomicBoolean tried = new AtomicBoolean();
        Set<String> resting = resting(room);
        room.snapshot().people().each(user -> {
            if (user.wish() != null && user.wish().desired() instanceof Desired.Inactive) {
                tried.compareAndSet(
                        false, resting.contains(user.identity().address().value()));
            }
        });
        return tried.get();
    }

    private static int done(Room room) {
        return RANKS.stream().mapToInt(room.control::applied).sum();
    }

    /** Those who were tried in vain at the end of the outage, and are not due at once: by uid or address. */
    private static Set<String> resting(Room room) {
        Set<String> resting = new HashSet<>();
        room.snapshot().people().each(user -> {
            Trace last = user.observation().last();
            if (last != null && last.notBefore().isAfter(room.clock.instant().minusSeconds(1))) {
                resting.add(user.identity().address().value());
                resting.add(String.valueOf(user.account().uid()));
            }
        });
        return resting;
    }

    /** Only those who were at hand when the workspace came back, within one burst, have gone before somebody more urgent. */
    private static void assertInOrder(List<Control.Call> calls, Set<String> resting) {
        List<Integer> order = calls.stream()
                .filter(call -> call.arguments().values().stream().noneMatch(resting::contains))
                .map(call -> RANKS.indexOf(call.operation()))
                .filter(rank -> rank >= 0)
                .toList();
        int[] left = new int[RANKS.size()];
        order.forEach(rank -> left[rank]++);
        assertThat(IntStream.of(left).sum()).isGreaterThan((LEAVERS + CHANGES + JOINERS) * 9 / 10);
        int early = 0;
        for (int rank : order) {
            left[rank]--;
            int moreUrgent = IntStream.range(0, rank).map(each -> left[each]).sum();
            early += moreUrgent > SERVERS ? 1 : 0;
        }
        assertThat(early).as("before their turn").isLessThanOrEqualTo(RATE);
    }

    /** In whatever span, at most as many as the rate gives, and one burst of a second's worth. */
    private static void assertWithinTheRate(List<Control.Call> calls) {
        List<Long> seconds = calls.stream()
                .map(call -> Instant.parse(call.at()).getEpochSecond())
                .sorted()
                .toList();
        for (int from = 0; from < seconds.size(); from += RATE) {
            for (int to = from; to < seconds.size(); to += RATE) {
                long span = seconds.get(to) - seconds.get(from) + 1;
                assertThat(to - from).as(span + " s").isLessThanOrEqualTo((int) (RATE * (span + 1) + SERVERS));
            }
        }
    }
}
