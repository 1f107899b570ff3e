package dev.scimbridge.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often something was done.
 *
 * @param first when it was first done, null if never
 * @param last when it was last done, null if never
 */
public record Tally(
        int times, @Nullable Instant first, @Nullable Instant last) {
    public static final Tally NONE = new Tally(0, null, null);

    public Tally plus(Instant now) {
        return new Tally(times + 1, first == null ? now : first, now);
    }
}
