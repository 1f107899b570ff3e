package dev.scimbridge.directory;

import java.time.Instant;

/**
 * The record's own data.
 *
 * @param version moves with every write of the record; 0 before it was first written
 * @param born the store's revision that created it: people are listed in this order, then by id
 * @param shown moves when what is shown changes, the bridge's own extension excepted ({@code meta.version})
 * @param created {@code meta.created}
 * @param modified {@code meta.lastModified}
 */
public record Meta(long version, long born, long shown, Instant created, Instant modified) {}
