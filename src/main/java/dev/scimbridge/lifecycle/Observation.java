package dev.scimbridge.lifecycle;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of where a person stands, and how far it can be trusted. Each change is a pure function of what was
 * seen or done; a listing that was asked for before a command ended never undoes that command's result.
 *
 * @param state last seen in a listing, or just done by a command
 * @param listed whether any believed listing ever had them: then a missing one is gone, not absent
 * @param last the last command, null if there was none or it has long settled
 */
public record Observation(
        Observed state, boolean listed, @Nullable Trace last) {
    /** Before any believed listing. */
    public static final Observation NONE = new Observation(new Observed.Unknown(), false, null);

    /** Never listed, after a believed listing that lacks them. */
    public static final Observation ABSENT = new Observation(new Observed.Absent(), false, null);

    public static Observation of(Observed seen) {
        return new Observation(seen, true, null);
    }

    /** The state to decide on: unknown while the end of the last command is in doubt. */
    public Observed believed() {
        return last != null && last.isDoubtful() ? new Observed.Unknown() : state;
    }

    /** A listing has them so. */
    public Observation sighted(Observed seen, Listing listing, Duration settling) {
        return fold(seen, true, listing, settling);
    }

    /** A believed listing lacks them. */
    public Observation missing(Listing listing, Duration settling) {
        Observed seen = listed ? new Observed.Gone() : new Observed.Absent();
        return fold(seen, listed, listing, settling);
    }

    private Observation fold(Observed seen, boolean everListed, Listing listing, Duration settling) {
        Trace trace = last;
        if (trace == null) {
            return new Observation(seen, everListed, null);
        }
        boolean unsettled = trace.isUnsettledIn(listing, settling);
        if (!trace.command().isUndoneBy(seen)) {
            // Further along than before the command: news, however old the listing. The command is remembered until
            // no listing can be old enough to contradict it, an invite beside another one until either is taken.
            boolean isOver = !unsettled && !isBesideAnother(trace.command(), seen);
            return new Observation(seen, everListed, isOver ? null : trace.confirmed());
        }
        if (trace.end().ending() == Trace.Ending.DONE) {
            return unsettled ? new Observation(state, everListed, trace) : new Observation(seen, everListed, null);
        }
        boolean tooEarly = trace.isUnsettledIn(listing, trace.patience(settling));
        if (trace.isDoubtful() && tooEarly) {
            return new Observation(state, everListed, trace);
        }
        return new Observation(seen, everListed, trace.seen());
    }

    private static boolean isBesideAnother(Command command, Observed seen) {
        return command instanceof Command.Invite invite
                && seen instanceof Observed.Invited shown
                && !shown.type().equals(invite.type());
    }

    /** Whether a person who now signs up like this has taken the invite that the bridge sent, not one by hand. */
    public boolean isTakenInvite(Observed seen) {
        return last != null
                && last.command() instanceof Command.Invite invite
                && seen instanceof Observed.Active account
                && account.type().equals(invite.type());
    }

    /**
     * Whether a listing that must show the account type which a command has set shows a third one: then it was set, and
     * somebody has changed it since.
     */
    public boolean isChangedSince(Observed seen, Listing listing, Duration settling) {
        return last != null
                && last.end().ending() == Trace.Ending.DONE
                && last.command() instanceof Command.ChangeAccountType change
                && !last.isUnsettledIn(listing, settling)
                && seen instanceof Observed.Active account
                && !change.isUndoneBy(seen)
                && account.uids().contains(change.uid())
                && !account.type().equals(change.to());
    }

    /** A command of theirs has ended. */
    public Observation ended(Trace trace) {
        boolean done = trace.end().ending() == Trace.Ending.DONE;
        return new Observation(done ? trace.command().after(state) : state, listed, trace);
    }

    /**
     * Whether what is shown may not be the end of it: nobody knows how the last command ended, and this is how things stood
     * before it.
     */
    public boolean mayTurn() {
        return last != null
                && last.end().ending() == Trace.Ending.UNKNOWN
                && last.command().isUndoneBy(state);
    }

    /** The same, for all that this listing can tell. */
    public boolean mayTurn(Listing listing, Duration settling) {
        return mayTurn() && last != null && last.isUnsettledIn(listing, settling);
    }

    /** Whether a listing may be too old to show that they were gone when they were invited anew. */
    public boolean isBackTooSoon(Listing listing, Duration settling) {
        return last != null
                && last.command() instanceof Command.Invite
                && !(state instanceof Observed.Active)
                && last.isUnsettledIn(listing, settling);
    }

    /** After a new wish: what has failed for certain may be tried at once; what is in doubt stays in doubt. */
    public Observation retrying() {
        if (last == null || last.isDoubtful() || last.end().ending() == Trace.Ending.DONE) {
            return this;
        }
        return new Observation(state, listed, mayTurn() ? last.afresh() : null);
    }
}
