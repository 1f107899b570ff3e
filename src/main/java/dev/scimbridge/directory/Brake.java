package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observed;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is counted over a sliding hour, so that no mistake becomes a mass. In the order in which they are asked. */
public enum Brake {
    LEAVER("leaver-brake", "deactivation", "more people are being deactivated than an hour may have"),
    DEMOTION("demotion-brake", "demotion", "more people are losing an admin type than an hour may have"),
    GRANT("grant-brake", "grant", "more admin types are being given than an hour may have"),
    INVITATION("invitation-brake", "invitation", "more people are being invited than an hour may have");

    private final String guard;
    private final String tally;
    private final String words;

    Brake(String guard, String tally, String words) {
        this.guard = guard;
        this.tally = tally;
        this.words = words;
    }

    /** What operators call it, and what it latches. */
    public String guard() {
        return guard;
    }

    /** The kind under which it is counted. */
    public String tally() {
        return tally;
    }

    String words() {
        return words;
    }

    /** Whether it stops what takes something from people: they may be told, and a few pass while it is latched. */
    public boolean takesAway() {
        return this == LEAVER || this == DEMOTION;
    }

    /** The one of this name, null if it is another guard's. */
    public static @Nullable Brake of(String guard) {
        for (Brake brake : values()) {
            if (brake.guard.equals(guard)) {
                return brake;
            }
        }
        return null;
    }

    /** What this would do to somebody who stands so. */
    public static Set<Brake> of(Observed state, Desired desired) {
        Set<Brake> brakes = EnumSet.noneOf(Brake.class);
        if (desired instanceof Desired.Active wish) {
            member(state, wish, brakes);
        } else if (state instanceof Observed.Active) {
            brakes.add(LEAVER);
        }
        return brakes;
    }

    private static void member(Observed state, Desired.Active wish, Set<Brake> brakes) {
        AccountType had = state.accountType().orElse(null);
        AccountType next = had == null ? wish.invitation() : wish.type();
        if (next == null) {
            return;
        }
        if (state instanceof Observed.Active && had != null && had.isPrivileged() && !next.isAtLeast(had)) {
            brakes.add(DEMOTION);
        } else if (next.isPrivileged() && !next.equals(had)) {
            brakes.add(GRANT);
        }
        if (had == null) {
            brakes.add(INVITATION);
        }
    }
}
