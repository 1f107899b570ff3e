package dev.scimbridge.directory;

import java.time.Instant;

/**
 * What tells two showings of the same record apart: what is shown beside it.
 *
 * @param version the weak entity tag of what is shown (RFC 7644 3.14)
 * @param regrouped when somebody last joined or left a group, {@link Instant#MIN} if never
 */
public record Edition(String version, Instant regrouped) {}
