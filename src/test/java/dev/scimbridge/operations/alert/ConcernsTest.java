package dev.scimbridge.operations.alert;

import static dev.scimbridge.operations.alert.Scenery.BEGAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConcernsTest {
    private final Concerns concerns = new Concerns();

    private void publish(User... people) {
        concerns.published(Changes.of(people));
    }

    /** Everybody as they can be: in each state, a leaver or not, done or not, disabled or not, held or not. */
    private static List<User> all() {
        List<User> all = new ArrayList<>();
        for (State state : State.values()) {
            String name = state.name().toLowerCase(Locale.ROOT).replace('_', '-') + "@acme.io";
            User member = Someone.member("m-" + name, AccountType.BUSINESS).on(Someone.course(state));
            User disabled = Scenery.disabled("d-" + name, BEGAN).on(Someone.course(state));
            User leaver = Scenery.leaver("l-" + name, state);
            User done = Scenery.leaver("f-" + name, state).wishing(Wish.fulfilled(new Desired.Inactive(), BEGAN));
            Stream.of(member, disabled, leaver, done).forEach(all::add);
            for (String guard : List.of(Guards.CONNECTION, Guards.LAST_ADMIN)) {
                Held held = new Held(new Desired.Inactive(), guard, "why", BEGAN, null);
                all.add(Someone.member(guard + "-" + name, AccountType.ADMIN)
                        .on(Someone.course(state))
                        .holding(held));
            }
        }
        return all;
    }

    @Test
    void of_nobody_else_is_anything_ever_said() {
        for (User user : all()) {
            publish(user);
            boolean isKept = concerns.people().contains(user);
            for (Duration later : List.of(Duration.ZERO, Causes.PATIENCE, Duration.ofDays(1))) {
                boolean isNamed =
                        !Causes.of(Scenery.people(BEGAN.plus(later), user)).isEmpty();
                assertThat(isKept || !isNamed).as(user + " after " + later).isTrue();
            }
        }
    }

    @Test
    void who_is_well_is_not_kept_and_who_is_well_again_no_longer() {
        User member = Someone.member("max@acme.io", AccountType.BUSINESS);
        publish(member.on(Someone.course(State.SETTLED)));
        assertThat(concerns.people()).isEmpty();
        publish(member.on(Someone.course(State.NEEDS_HAND)));
        assertThat(concerns.people()).hasSize(1);
        publish(member.on(Someone.course(State.SETTLED)));
        assertThat(concerns.people()).isEmpty();
    }
}
