package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Brake;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.store.Transaction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the guards count, read in the write's own transaction. */
record Count(Transaction tx, UUID person) implements Guards.Census {
    @Override
    public boolean hasOtherAdmin() {
        return tx.people().hasActiveAs(AccountType.ADMIN, person);
    }

    @Override
    public int active() {
        return tx.people().active();
    }

    @Override
    public int since(Brake brake, Instant moment) {
        return tx.tallies().since(brake.tally(), moment);
    }

    @Override
    public @Nullable Instant latched(Brake brake) {
        return tx.tallies().latched(brake.guard());
    }

    @Override
    public @Nullable Instant released(Brake brake) {
        return released(tx, brake);
    }

    /** When an operator last released it, null if never. */
    static @Nullable Instant released(Transaction tx, Brake brake) {
        String moment = tx.facts().find(fact(brake));
        return moment == null ? null : Instant.parse(moment);
    }

    /** From now on it counts anew, and those who are held by it pass. */
    static void release(Transaction tx, Brake brake, Instant now) {
        tx.tallies().release(brake.guard());
        tx.facts().put(fact(brake), now.toString());
    }

    private static String fact(Brake brake) {
        return "released:" + brake.guard();
    }
}
