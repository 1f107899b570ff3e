package dev.scimbridge.lifecycle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last command given for a person and what is known of its end.
 *
 * @param looked whether a listing asked for after the end has been seen since; until then a doubtful end stays doubtful
 * @param tries how many times in a row this same command has ended without being done
 * @param notBefore before this moment it is not repeated
 */
public record Trace(Command command, End end, boolean looked, int tries, Instant notBefore) {
    /** How a command can end. */
    public enum Ending {
        /** Answered ok. */
        DONE,
        /** Nobody here knows: time-out, cut connection, 5xx, garbage, or the process died while it ran. */
        UNKNOWN,
        /** The workspace said no. A look tells whether the wish was true already. */
        REFUSED,
        /** It did not happen: no connection, rate limit, credentials. */
        NOT_DONE
    }

    /**
     * The end of a command.
     *
     * @param words what the workspace or the network said, null when it was done
     * @param revision the store's revision that recorded it
     */
    public record End(Ending ending, @Nullable String words, long revision, Instant at) {}

    /** Whether only a look can tell what came of it. */
    public boolean isDoubtful() {
        return !looked && (end.ending == Ending.UNKNOWN || end.ending == Ending.REFUSED);
    }

    /** A refusal that a look has confirmed: the wish is not true and the workspace will not make it so. */
    public boolean isRefusal() {
        return looked && end.ending == Ending.REFUSED;
    }

    /** Whether a listing was asked for too early to show the end of this command. */
    boolean isAfter(Listing listing) {
        return listing.revision() < end.revision;
    }

    /** Whether a listing was asked for before what this command did must show in it. */
    boolean isUnsettledIn(Listing listing, Duration settling) {
        return isAfter(listing) || listing.requestedAt().isBefore(end.at.plus(settling));
    }

    /**
     * How long after its end a listing may still not show what it did. An invite that may or may not have gone out cannot
     * be taken back, so its absence counts only when it would surely show; a no is a no at once.
     */
    Duration patience(Duration settling) {
        boolean lost = end.ending == Ending.UNKNOWN && command instanceof Command.Invite;
        return lost ? settling : Duration.ZERO;
    }

    Trace seen() {
        return new Trace(command, end, true, tries, notBefore);
    }

    /** The same, for the first time. */
    Trace afresh() {
        return new Trace(command, end, looked, 0, notBefore);
    }

    Trace confirmed() {
        return new Trace(command, new End(Ending.DONE, null, end.revision, end.at), true, 0, notBefore);
    }
}
