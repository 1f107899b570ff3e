package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.Desired;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and is kept back by a guard. It is shown as not yet so, and done when the guard lets it pass.
 *
 * @param desired what was asked
 * @param guard the guard's name, for instance {@code last-admin}
 * @param why in words for the one who asked
 * @param until it waits for this person's sign-up; null if for the guard
 * @param by the connection that asked; null if none did
 */
public record Held(
        Desired desired,
        String guard,
        String why,
        Instant since,
        @Nullable UUID until,
        @Nullable String by) {

    public Held(Desired desired, String guard, String why, Instant since, @Nullable UUID until) {
        this(desired, guard, why, since, until, null);
    }

    public Held askedBy(@Nullable String connection) {
        return new Held(desired, guard, why, since, until, connection);
    }

    /** Whether the identity provider is told that it is not done: what takes something away, but for another's people. */
    public boolean isTold() {
        Brake brake = Brake.of(guard);
        return !guard.equals(Guards.CONNECTION) && (brake == null || brake.takesAway());
    }
}
