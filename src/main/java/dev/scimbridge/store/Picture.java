package dev.scimbridge.store;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.User;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept in memory of what is committed. A store that is asked for somebody's record may ask it first: as long as
 * the version is the last, nothing else of the record need be read.
 */
public interface Picture {
    /** This was committed. */
    void published(Changes changes);

    /** Somebody's record as it was published, be it long ago; null if none is remembered. Cheap. */
    default @Nullable User remembered(UUID id) {
        return null;
    }
}
