package dev.scimbridge.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the guards count, within the write's own transaction. */
public interface Tallies {
    /** Counts one more of a kind, for instance {@code deactivation}. */
    void count(String kind, UUID person, Instant at);

    /** Takes back that this person was counted. */
    void forget(String kind, UUID person);

    /** How many different people were counted after that moment. */
    int since(String kind, Instant after);

    /** Latches a guard. */
    void latch(String guard, Instant at);

    /** Since when it is latched, null if it is not. */
    @Nullable
    Instant latched(String guard);

    void release(String guard);
}
