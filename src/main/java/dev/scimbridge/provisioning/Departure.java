package dev.scimbridge.provisioning;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Trace;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The end of a leaver's way, said in the chain by the transaction that comes to know of it. */
public final class Departure {
    /** The kind of the entry. */
    public static final String CONFIRMED = "leaver-confirmed";

    private Departure() {}

    /**
     * Says it if it is so now and was not before. Whoever came back by another way and is gone again has left twice.
     *
     * @param before null if nobody was on record
     * @param how it is known
     */
    static void confirm(Transaction tx, @Nullable User before, User now, Instant at, String how) {
        Wish wish = now.wish();
        if (wish == null || !hasLeft(now) || (before != null && hasLeft(before))) {
            return;
        }
        String seen = Words.of(now.observation().state());
        Entry.Words words = new Entry.Words(null, Words.of(wish.desired()), null, seen, how);
        tx.record(new Entry(at, CONFIRMED, Entry.By.BRIDGE, now.id(), words));
    }

    /** What a command has just done counts only once a listing shows it. */
    private static boolean hasLeft(User user) {
        Wish wish = user.wish();
        Trace last = user.observation().last();
        boolean shown = last == null || last.looked();
        return wish != null
                && user.isLeaver()
                && wish.fulfilled()
                && shown
                && !user.observation().state().isPresent();
    }
}
