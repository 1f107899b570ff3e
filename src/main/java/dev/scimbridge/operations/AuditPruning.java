package dev.scimbridge.operations;

import dev.scimbridge.store.AuditLog;
import dev.scimbridge.store.AuditLog.Fault;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.Upkeep;
import java.time.Clock;
import java.time.Instant;

/** {@code audit prune --before DATE}: forgets the beginning of the audit, behind a checkpoint. */
public final class AuditPruning implements Command {
    private final Store store;
    private final AuditLog audit;
    private final Clock clock;

    public AuditPruning(Store store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Report run(Parameters given) {
        Instant before = Times.read(given.need("before"));
        Instant now = clock.instant();
        if (before.isAfter(now)) {
            throw new Refusal(before + " is yet to come: nothing that is being written can be forgotten");
        }
        Fault fault = audit.verify().fault();
        if (fault != null) {
            // A checkpoint would hide what was done to the beginning.
            throw new Refusal("entry " + fault.seq() + " is not as it was written (" + fault.why()
                    + "): find out why before anything is forgotten");
        }
        long forgotten = store.write(tx -> tx.upkeep().forget(before, new Upkeep.Order(now, Entry.By.OPERATOR)))
                .toCompletableFuture()
                .join();
        return Report.saying(
                forgotten == 0
                        ? "nothing is older than " + Times.plain(before)
                        : forgotten + " entries older than " + Times.plain(before) + " are forgotten");
    }
}
