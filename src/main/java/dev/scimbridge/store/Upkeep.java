package dev.scimbridge.store;

import dev.scimbridge.lifecycle.Address;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What may be taken away from the audit chain: it says so itself, and so it still verifies. */
public interface Upkeep {
    /**
     * Empties what was said of a person, and whatever else names one of these addresses, and adds an entry that says
     * which entries those are and names nobody.
     *
     * @return how many; if there are none, no entry is added
     */
    int erase(UUID person, Set<Address> addresses, Order order);

    /**
     * Forgets the beginning of the chain, up to the first entry that is not older than that moment, and adds an entry
     * that says which was the last of them.
     *
     * @return how many; if there are none, no entry is added
     */
    long forget(Instant before, Order order);

    /** Who orders it, and when. */
    record Order(Instant at, Entry.By by) {}
}
