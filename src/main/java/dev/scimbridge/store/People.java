package dev.scimbridge.store;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records of people. Intents are not among them. */
public interface People {
    @Nullable
    User find(UUID id);

    /** Everybody who has or had this address, the latest generation first. */
    List<User> at(Address address);

    /** Those who were given this userName, whichever case it is written in, the deleted too. */
    List<User> named(String userName);

    /**
     * Writes a record whole. Its {@code meta.version} must be one more than the version it replaces, 1 for a new one.
     *
     * @throws StaleVersion if that version is not the one in the store
     */
    void put(User user);

    /** Writes the record of somebody new; false if somebody has this id, or had this address in this generation. */
    boolean add(User user);

    /**
     * Whether anybody else is observed active with this type and is to stay so: unmanaged, desired so or held by a guard,
     * and not taken away by an intent.
     */
    boolean hasActiveAs(AccountType type, UUID except);

    /** Those whose hold waits for this person's sign-up. */
    List<User> heldUntil(UUID person);

    /** Whether there is somebody of this id who has not been deleted. */
    boolean has(UUID id);

    /** How many are observed active. */
    int active();
}
