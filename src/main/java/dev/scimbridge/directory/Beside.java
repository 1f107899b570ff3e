package dev.scimbridge.directory;

import java.time.Instant;

/**
 * What is shown of a person that is not on their record, in short: with the same record it tells two showings apart.
 *
 * @param groups a digest of the groups they are in, 0 for none
 * @param regrouped when they last joined or left one, {@link Instant#MIN} if never
 */
public record Beside(long groups, Instant regrouped) {
    /** There is nothing. */
    public static final Beside NOTHING = new Beside(0, Instant.MIN);
}
