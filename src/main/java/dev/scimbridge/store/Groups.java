package dev.scimbridge.store;

import dev.scimbridge.directory.Group;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records of groups, and who is in them. */
public interface Groups {
    @Nullable
    Group find(UUID id);

    /** The group of this name, whichever case it is written in, as filters compare. */
    @Nullable
    Group named(String displayName);

    /** The groups this person is in, in the order in which they were made. */
    List<Group> of(UUID person);

    /** Who is in it, by id. */
    List<UUID> members(UUID group);

    /** Those of these people who are in it. */
    Set<UUID> among(UUID group, Set<UUID> people);

    /**
     * Writes a record whole, and who joins and leaves. Its {@code meta.version} must be one more than the version it
     * replaces, 1 for a new one; whoever joins must not be in it, and whoever leaves must; no other group may have its
     * name. Members are moved at {@code meta.modified}.
     *
     * @throws StaleVersion if that version is not the one in the store
     * @throws IllegalStateException if one of the other rules is broken
     */
    void put(Group group, Set<UUID> joining, Set<UUID> leaving);

    /**
     * Nobody is in it any more, and its name is free.
     *
     * @param group in the version that would follow; its {@code meta.modified} is when its members left it
     * @throws StaleVersion if the version before is not the one in the store
     */
    void delete(Group group);
}
