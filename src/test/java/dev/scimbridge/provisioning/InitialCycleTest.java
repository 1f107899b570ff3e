package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.sandbox.Control;
import dev.scimbridge.story.Scim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Microsoft Entra's first cycle: everybody is looked up by userName, is not there, and is created. */
class InitialCycleTest {
    private static final int PEOPLE = Integer.getInteger("cycle.people", 1000);
    private static final int RATE = 100;

    /** Of the room's time, from one person to the next. */
    private static final Duration EACH = Duration.ofMillis(50);

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Guards NONE = new Guards(new Guards.Limits(100_000, 100_000, 100_000), Set.of());

    @Test
    void costs_one_invite_each_and_a_listing_an_interval_and_nothing_else() {
        Room.House house = new Room.House(AccountTypeRules.DEFAULT, NONE, false, RATE);
        try (Room room = Room.with(25, house)) {
            Instant began = room.clock.instant();
            room.control.forgetCalls();
            Scim scim = room.scim();
            for (int i = 0; i < PEOPLE; i++) {
                lookUpAndCreate(scim, "person." + i + "@acme.io");
                room.wind(EACH);
            }
            room.awaitPassing(Duration.ofMillis(200), () -> room.control.applied("inviteUser") >= PEOPLE);
            long intervals = Duration.between(began, room.clock.instant()).dividedBy(INTERVAL);
            List<Control.Call> calls = room.control.log();
            assertThat(calls).extracting(Control.Call::operation).containsOnly("inviteUser", "listUsers");
            assertThat(invited(calls)).hasSize(PEOPLE).doesNotHaveDuplicates();
            assertThat(room.control.log("listUsers")).hasSizeLessThanOrEqualTo((int) (2 + intervals));
        }
    }

    private static void lookUpAndCreate(Scim scim, String userName) {
        String user = """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","active":true}
                """;
        assertThat(scim.find("userName eq \"" + userName + "\"").total()).isZero();
        assertThat(scim.create(user.formatted(userName)).status()).isEqualTo(201);
    }

    private static List<String> invited(List<Control.Call> calls) {
        return calls.stream()
                .filter(call -> call.operation().equals("inviteUser"))
                .map(call -> String.valueOf(call.arguments().get("email")))
                .toList();
    }
}
