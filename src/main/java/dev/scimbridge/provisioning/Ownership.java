package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Desired;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom a person belongs to: the connection that last said whether they are active. Another cannot take them out, or a
 * second identity provider that knows half of the people would offboard the rest.
 */
final class Ownership {
    private Ownership() {}

    /** Why this connection cannot take them out; null if it does not, or they are its own. */
    static @Nullable Held against(User before, User next, String connection, Instant now) {
        String owner = before.said().connection();
        if (!next.isLeaver() || !before.isManaged() || owner == null || owner.equals(connection)) {
            return null;
        }
        return held(owner, connection, Objects.requireNonNull(next.wish()).desired(), now);
    }

    static Held held(String owner, String connection, Desired desired, Instant since) {
        String why = "belongs to " + owner + "; " + connection + " asked: " + Words.of(desired)
                + ". It is done after connections handover " + owner + " " + connection + ", or held release";
        return new Held(desired, Guards.CONNECTION, why, since, null, connection);
    }
}
