package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How often the workspace is listed, by a clock that only a hand moves. The room's interval is a second. */
class PollingTest {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration STEP = Duration.ofMillis(100);

    /** The time between the last listing and the one before it, when several have come. */
    private static Duration gap(Room room) {
        room.awaitPassing(STEP, () -> room.control.log("listUsers").size() >= 6);
        var listed = room.control.log("listUsers").stream()
                .map(call -> Instant.parse(call.at()))
                .toList();
        return Duration.between(listed.get(4), listed.get(5));
    }

    /** Time goes by at once, and stands until a listing has come. */
    private static void listingAfter(Room room, Duration time) {
        int before = room.control.log("listUsers").size();
        room.wind(time);
        room.await(() -> room.control.log("listUsers").size() > before);
        Instant now = room.clock.instant();
        room.await(() -> !now.isAfter(room.operations().status().listed()));
    }

    @Test
    void while_nothing_goes_on_it_is_four_times_as_long_as_else() {
        try (Room room = Room.with(10)) {
            assertThat(gap(room)).isGreaterThanOrEqualTo(INTERVAL.multipliedBy(4));
        }
    }

    @Test
    void whoever_is_armed_is_disabled_within_an_interval_of_signing_up() {
        try (Room room = Room.with(10)) {
            String leaver = "leaver@acme.io";
            room.create(leaver, "BUSINESS");
            room.await(() -> room.control.applied("inviteUser", leaver) == 1);
            room.patch(leaver, Room.LEAVE);
            room.pass(Room.SETTLING);
            room.await(() -> room.is(leaver, State.ARMED));
            for (int i = 0; i < 3; i++) {
                listingAfter(room, INTERVAL);
            }
            room.control.accept(leaver);
            listingAfter(room, INTERVAL);
            room.await(() -> room.control.applied("disableUser") == 1);
        }
    }
}
