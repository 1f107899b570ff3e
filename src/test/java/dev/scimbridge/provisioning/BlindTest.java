package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.sandbox.Way;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * After a start it may be another workspace: nothing is done before a listing has shown it, but that a leaver does not wait
 * for ever. The time-out only turns a deadlock into a failure.
 */
@Timeout(300)
class BlindTest {
    private static final String JOE = "joe@acme.io";
    private static final String ANN = "ann@acme.io";
    private static final String TESS = "tess@acme.io";
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void a_leaver_waits_five_minutes_for_a_listing_and_nobody_else_goes_without() {
        try (Room room = Room.with(5)) {
            room.member(JOE, "DEVELOPER");
            room.member(ANN, "DEVELOPER");
            room.control.failAlways("listUsers", Way.http(503));
            room.restart();
            Instant began = room.clock.instant();
            room.patch(JOE, Room.LEAVE);
            room.patch(ANN, Room.role("ANALYST"));
            room.create(TESS, "BUSINESS");
            assertThat(room.user(JOE).course().why()).isNotEmpty();
            room.awaitPassing(STEP, () -> room.control.applied("disableUser", JOE) == 1);
            Instant gone = room.calls("disableUser", JOE).get(0);
            assertThat(gone).isBetween(began.plus(PATIENCE), began.plus(PATIENCE.multipliedBy(2)));
            assertThat(room.control.calls("updateUserAccountType", ANN)).isZero();
            assertThat(room.control.calls("inviteUser", TESS)).isZero();
            room.control.heal();
            room.awaitPassing(
                    STEP,
                    () -> room.control.applied("updateUserAccountType", ANN) == 1
                            && room.control.applied("inviteUser", TESS) == 1);
        }
    }
}
