package dev.scimbridge.provisioning;

import dev.scimbridge.store.Store;
import dev.scimbridge.store.Transaction;
import java.util.List;
import java.util.UUID;

/**
 * Sees to many people in parts, each in a transaction of its own, so that the writes of others slip in between. Blocks
 * until all of it is on disk.
 */
final class Parts {
    private static final int PART = 200;

    private final Store store;
    private final Runnable stir;

    /**
     * Stands on a store.
     *
     * @param stir somebody may have fallen due
     */
    Parts(Store store, Runnable stir) {
        this.store = store;
        this.stir = stir;
    }

    /** Something to be done to somebody; says whether it was done. */
    interface Deed {
        boolean on(Transaction tx, UUID person);
    }

    /** Gives of how many it was done. */
    int each(List<UUID> people, Deed deed) {
        int done = 0;
        for (int from = 0; from < people.size(); from += PART) {
            List<UUID> part = people.subList(from, Math.min(people.size(), from + PART));
            done += (int) (long) written(
                    tx -> part.stream().filter(each -> deed.on(tx, each)).count());
        }
        return done;
    }

    <T> T written(Store.Work<T> work) {
        T result = AtOnce.in(store, work);
        stir.run();
        return result;
    }
}
