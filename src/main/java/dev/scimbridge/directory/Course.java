package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a person's wish stands, and when it is looked at again.
 *
 * @param why in words for a person
 * @param since when this state began
 * @param due when there is something to do, null if only the world or a new wish can change anything
 */
public record Course(
        State state, String why, Instant since, @Nullable Instant due) {}
