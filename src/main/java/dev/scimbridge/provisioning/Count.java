package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Guards;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.store.Transaction;
import java.time.Instant;
import java.util.UUID;

/** What the guards count, read in the write's own transaction. */
record Count(Transaction tx, UUID person) implements Guards.Census {
    static final String DEACTIVATION = "deactivation";

    @Override
    public int otherAdmins() {
        return tx.people().activeAs(AccountType.ADMIN, person);
    }

    @Override
    public int active() {
        return tx.people().active();
    }

    @Override
    public int deactivatedSince(Instant moment) {
        return tx.tallies().since(DEACTIVATION, moment);
    }

    @Override
    public boolean isBraked() {
        return tx.tallies().latched(Guards.LEAVER_BRAKE) != null;
    }
}
