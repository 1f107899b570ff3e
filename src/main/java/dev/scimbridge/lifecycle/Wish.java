package dev.scimbridge.lifecycle;

import java.time.Duration;
import java.time.Instant;

/**
 * What is desired, and how far it has come. It is work until the workspace has once stood as desired; from then on it
 * is fulfilled, and a difference was made by someone in the workspace.
 *
 * @param since when it was said
 * @param invites how often {@code inviteUser} answered ok for it
 * @param sets how often within a day a command that sets a state by uid (change, disable) answered ok for it
 */
public record Wish(Desired desired, boolean fulfilled, Instant since, Tally invites, Tally sets) {
    private static final Duration DAY = Duration.ofDays(1);

    public static Wish of(Desired desired, Instant since) {
        return new Wish(desired, false, since, Tally.NONE, Tally.NONE);
    }

    /** That it be as it is known to be. */
    public static Wish fulfilled(Desired desired, Instant since) {
        return new Wish(desired, true, since, Tally.NONE, Tally.NONE);
    }

    /**
     * The wish that takes this one's place. Invites that no listing has shown yet stay counted, so that saying the same
     * thing twice does not send two.
     */
    public Wish then(Desired next, Observation observation, Instant now) {
        boolean unseen = observation.state() instanceof Observed.Invited && !observation.listed();
        return new Wish(next, false, now, unseen ? invites : Tally.NONE, Tally.NONE);
    }

    /** Something else in place of what was desired, as far as that had come: nothing is to be done about it now. */
    public Wish instead(Desired other) {
        return new Wish(other, fulfilled, since, invites, sets);
    }

    /** The same, if what was done had met it: nobody saw that before somebody changed it in the workspace. */
    public Wish done(Observed done) {
        return desired.isMetBy(done) ? new Wish(desired, true, since, invites, sets) : this;
    }

    /** The same, to be met by a listing again: a command has been under way since it was last seen to be so. */
    public Wish open() {
        return fulfilled ? new Wish(desired, false, since, invites, sets) : this;
    }

    /**
     * This wish in the light of what is now known. An answer alone does not fulfil it, only a listing that shows it so: an
     * answer can be lost on the workspace's side too.
     */
    public Wish seeing(Observation observation) {
        return desired.leaves() || observation.mayTurn() ? this : met(observation);
    }

    /**
     * This wish in the light of a listing. Whoever is to leave has left only when a listing shows it that was asked for after
     * the wish: somebody may have invited them by hand since the one before, and a deleted person who is then there must not
     * pass for one who has come back.
     */
    public Wish seeing(Observation observation, Listing listing) {
        return desired.leaves() && !listing.requestedAt().isAfter(since) ? this : met(observation);
    }

    private Wish met(Observation observation) {
        Trace last = observation.last();
        boolean listed = last == null || last.looked();
        boolean met = listed && desired.isMetBy(observation.believed());
        return met && !fulfilled ? new Wish(desired, true, since, invites, sets) : this;
    }

    /** This wish after a command of it was carried out. */
    public Wish having(Command done, Instant now) {
        if (done instanceof Command.Invite) {
            return new Wish(desired, fulfilled, since, invites.plus(now), sets);
        }
        return new Wish(
                desired, fulfilled, since, invites, setsWithinADayOf(now).plus(now));
    }

    /**
     * This wish when they have signed up for the first time: the invites it took are not those that bring them back.
     *
     * @param asInvited whether by an invite of the bridge: what that made of them is nobody's act in the workspace, and
     *     is to be as desired again
     */
    public Wish signedUp(boolean asInvited) {
        return new Wish(desired, fulfilled && !asInvited, since, Tally.NONE, sets);
    }

    Tally setsWithinADayOf(Instant now) {
        Instant first = sets.first();
        return first == null || first.plus(DAY).isAfter(now) ? sets : Tally.NONE;
    }
}
