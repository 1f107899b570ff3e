package dev.scimbridge.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * People whose account type is still to be worked out again, because a group of theirs was written: a group may have
 * more members than can be seen to in the transaction that writes it. Nobody stands in it twice.
 */
public interface Backlog {
    /** Adds them. The writer takes the place of an earlier one. */
    void add(Collection<UUID> people, Entry.By by);

    /** At most so many, in a fixed order. */
    List<Item> first(int most);

    void drop(UUID person);

    /**
     * One person.
     *
     * @param by who wrote the group
     */
    record Item(UUID person, Entry.By by) {}
}
