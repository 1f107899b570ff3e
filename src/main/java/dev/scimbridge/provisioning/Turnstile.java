package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Course;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Command;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Step;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a step and its lever: questions in an order, of which the first that minds decides. Asked in the
 * transaction that would take the claim.
 */
final class Turnstile {
    /** How long a wish that waits for a look stays quiet by itself; the look, when it comes, wakes it. */
    static final Duration LOOKING = Duration.ofSeconds(30);

    /** How long a leaver waits after the start for a look that does not come. */
    private static final Duration BLIND = Duration.ofMinutes(5);

    /** Between two commands that each take an admin away. */
    private static final Duration ADMIN_AGAIN = Duration.ofSeconds(1);

    private final Guards guards;
    private final Sight sight;
    private final Circuit circuit;
    private final Interlock interlock;
    private final Instant began;

    /** What listings have shown so far. */
    interface Sight {
        /** When the last believed listing was asked for; {@link Instant#MIN} if there was none. */
        Instant asOf();

        /** Whether the last listing lacks so many people that nothing may rest on an absence. */
        boolean isImplausible();
    }

    Turnstile(Guards guards, Sight sight, Circuit circuit, Interlock interlock, Instant began) {
        this.guards = guards;
        this.sight = sight;
        this.circuit = circuit;
        this.interlock = interlock;
        this.began = began;
    }

    /**
     * Somebody whose step is due.
     *
     * @param isWaited whether a write waits to hear what comes of it
     */
    record Visitor(Transaction tx, User user, Step.Act step, Instant now, boolean isWaited) {
        Observed state() {
            return user.observation().state();
        }
    }

    /** What the turnstile says, null for "go ahead". */
    sealed interface Stop {
        /**
         * Not now.
         *
         * @param due null if only a change can alter that
         */
        record Later(State state, String why, @Nullable Instant due) implements Stop {
            Course course(Instant now) {
                return new Course(state, why, now, due);
            }
        }

        /** Not before a listing has been seen. */
        record Look(Step.Look step) implements Stop {}

        /** Not until a guard lets it pass. */
        record Hold(Held held) implements Stop {}
    }

    @Nullable
    Stop stopping(Visitor visitor) {
        Stop stopped = interlock.stopping(visitor);
        if (stopped instanceof Stop.Later later) {
            interlock.note(visitor.tx, visitor.user, later);
        }
        return stopped == null ? further(visitor) : stopped;
    }

    private @Nullable Stop further(Visitor visitor) {
        Instant paused = circuit.pausedUntil();
        if (paused.isAfter(visitor.now)) {
            // Still due: a call that works ends the pause at once, and then leavers must not be behind others.
            return later("the workspace cannot be used now: " + circuit.words(), visitor.now);
        }
        if (isBlind(visitor)) {
            String why = "the workspace has not been listed since the start";
            Instant again = visitor.now.plus(LOOKING);
            return visitor.isWaited ? new Stop.Look(new Step.Look(visitor.now, why)) : later(why, again);
        }
        if (visitor.step.command() instanceof Command.Invite && sight.isImplausible()) {
            return later("the last listing lacks too many people to be believed", visitor.now.plus(LOOKING));
        }
        return takesAnAdmin(visitor) ? guardingAdmins(visitor) : null;
    }

    /** The workspace may be another one than before the start; only a leaver cannot wait for ever to know. */
    private boolean isBlind(Visitor visitor) {
        boolean isUnwatched = sight.asOf().equals(Instant.MIN);
        boolean isLeaver = visitor.step.command() instanceof Command.Disable;
        return isUnwatched && !(isLeaver && visitor.now.isAfter(began.plus(BLIND)));
    }

    private static Stop later(String why, Instant due) {
        return new Stop.Later(State.PENDING, why, due);
    }

    private static boolean takesAnAdmin(Visitor visitor) {
        return visitor.state() instanceof Observed.Active account
                && account.type().equals(AccountType.ADMIN)
                && !(visitor.step.command() instanceof Command.Invite);
    }

    /** One admin at a time, on a listing asked for after the wish, and never the last. */
    private @Nullable Stop guardingAdmins(Visitor visitor) {
        Wish wish = visitor.user.wish();
        if (wish == null || sight.asOf().isBefore(wish.since())) {
            return looking(visitor.now);
        }
        boolean another =
                visitor.tx.claims().open().stream().anyMatch(claim -> !(claim.command() instanceof Command.Invite));
        if (another) {
            return visitor.isWaited
                    ? looking(visitor.now)
                    : later("one admin at a time", visitor.now.plus(ADMIN_AGAIN));
        }
        Guards.Plea plea = Guards.Plea.of(visitor.user, wish.desired(), visitor.now);
        Optional<Held> held = guards.lastAdmin(plea, new Count(visitor.tx, visitor.user.id()));
        return held.map(Stop.Hold::new).orElse(null);
    }

    private static Stop looking(Instant now) {
        return new Stop.Look(new Step.Look(now, "looking who else is an admin, before one is taken away"));
    }
}
