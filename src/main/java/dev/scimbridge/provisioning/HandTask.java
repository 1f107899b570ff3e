package dev.scimbridge.provisioning;

import dev.scimbridge.directory.AddressRules;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Wish;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What only a hand can do in the workspace. It follows from how somebody stands, so that it is gone when a listing shows
 * it done.
 *
 * @param what is to be done there, in words
 * @param why the bridge cannot
 */
public record HandTask(Address address, String what, String why, Instant since) {
    private static final String REVOKE = "revoke their invite in the workspace";

    /** What is to be done for this person, empty if nothing. */
    static Optional<HandTask> of(User user, AddressRules addresses) {
        Wish wish = user.wish();
        if (wish == null || user.held() != null) {
            return Optional.empty();
        }
        String what = what(user, wish, addresses);
        String why = user.course().why();
        return what == null
                ? Optional.empty()
                : Optional.of(new HandTask(
                        user.identity().address(), what, why, user.course().since()));
    }

    private static @Nullable String what(User user, Wish wish, AddressRules addresses) {
        Observed state = user.observation().state();
        Address wanted = addresses.wanted(user);
        if (wanted != null && state.isPresent() && addresses.rename() == AddressRules.Rename.ALIAS) {
            return "change their address in the workspace to " + wanted;
        }
        if (user.course().state() == State.NEEDS_HAND) {
            return state instanceof Observed.Gone
                    ? "enable them in the workspace"
                    : "speak to them, or write to them again from the identity provider";
        }
        if (state instanceof Observed.Invited invite) {
            return invited(wish, invite);
        }
        return null;
    }

    private static @Nullable String invited(Wish wish, Observed.Invited invite) {
        if (wish.desired() instanceof Desired.Active active) {
            boolean suits = active.type() == null || active.type().equals(invite.type());
            return suits ? null : REVOKE + ": they are then invited as " + active.type();
        }
        return REVOKE;
    }
}
