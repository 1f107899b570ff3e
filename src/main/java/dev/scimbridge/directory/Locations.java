package dev.scimbridge.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where resources are, as the client at hand reaches them. */
public interface Locations {
    /** Where it does not matter: in filters and in what is compared. */
    Locations NONE = (endpoint, id) -> null;

    /** The address of a resource of this endpoint, for instance {@code Users}; null if it is not to be said. */
    @Nullable
    String of(String endpoint, String id);

    default @Nullable String user(UUID id) {
        return of("Users", id.toString());
    }

    default @Nullable String group(UUID id) {
        return of("Groups", id.toString());
    }
}
