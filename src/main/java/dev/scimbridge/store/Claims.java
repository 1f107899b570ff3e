package dev.scimbridge.store;

import dev.scimbridge.lifecycle.Command;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who is having a command carried out. A claim is committed before the lever is pulled; one without an end is in doubt. */
public interface Claims {
    /** False if the person has one already. */
    boolean take(Claim claim);

    void drop(UUID person);

    /** Whether the person has one. */
    boolean has(UUID person);

    List<Claim> open();

    /**
     * One claim.
     *
     * @param revision the commit that took it
     */
    record Claim(UUID person, Command command, long revision, Instant at) {}
}
