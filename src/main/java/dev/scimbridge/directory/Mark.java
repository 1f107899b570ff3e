package dev.scimbridge.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk through a list stands: behind this entry, whether it is still there or not (RFC 9865).
 *
 * @param key what the list is sorted by, of that entry; null if it has none or the list is not sorted
 * @param born its {@link Meta#born}
 */
public record Mark(@Nullable String key, long born, UUID id) {}
