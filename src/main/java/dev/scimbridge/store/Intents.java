package dev.scimbridge.store;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes that were taken in and wait for their command: durable, and not visible to reads. An intent is the record as
 * it will be; it becomes the person's record, or is forgotten when the workspace refuses.
 */
public interface Intents {
    @Nullable
    User find(UUID id);

    List<User> at(Address address);

    /** Those that give this userName, whichever case it is written in. */
    List<User> named(String userName);

    /** Sets the intent of this person, in place of an earlier one. */
    void put(User candidate);

    void forget(UUID id);

    List<User> all();
}
