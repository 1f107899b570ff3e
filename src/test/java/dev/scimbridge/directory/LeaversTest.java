package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.Leavers.Leaver;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Wish;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is to leave, and has not been shown to have left. */
class LeaversTest {
    private static final Desired INACTIVE = new Desired.Inactive();
    private static final User EVA = Someone.managed("eva@acme.io", AccountType.DEVELOPER, "{}");
    private static final User LEAVING = EVA.wishing(Wish.of(INACTIVE, Someone.NOON));
    private static final User LEFT = Someone.gone(EVA).wishing(Someone.met(INACTIVE));

    private static List<User> open(User... people) {
        return Leavers.open(snapshot(people)).stream().map(Leaver::user).toList();
    }

    private static Snapshot snapshot(User... people) {
        return Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT))
                .with(new Changes(List.of(people), List.of(), Map.of()));
    }

    @Test
    void whoever_is_to_leave_is_one_until_a_listing_shows_that_they_have() {
        assertThat(open(EVA)).isEmpty();
        assertThat(open(LEAVING)).containsExactly(LEAVING);
        User unseen = Someone.gone(LEAVING);
        assertThat(open(unseen)).as("a command has answered").containsExactly(unseen);
        assertThat(open(LEFT)).isEmpty();
    }

    @Test
    void whoever_has_left_and_is_there_again_is_one() {
        User back = LEFT.observed(EVA.observation());
        assertThat(open(back)).containsExactly(back);
    }

    @Test
    void whoever_has_an_invite_only_or_never_was_there_is_none() {
        User armed = Someone.invited("max@acme.io", AccountType.ADMIN, "{}").wishing(Wish.of(INACTIVE, Someone.NOON));
        assertThat(open(armed, LEAVING.observed(Observation.ABSENT))).isEmpty();
    }

    @Test
    void whoever_is_held_is_one_since_then() {
        User held = Someone.held(EVA, INACTIVE);
        assertThat(Leavers.open(snapshot(held))).containsExactly(new Leaver(held, Someone.NOON));
    }
}
