package dev.scimbridge.operations;

import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.provisioning.Erasing;
import dev.scimbridge.store.Entry;

/** {@code audit erase EMAIL}: forgets somebody who has left for good. */
public final class AuditErasure implements Command {
    private final Erasing erasing;

    public AuditErasure(Erasing erasing) {
        this.erasing = erasing;
    }

    @Override
    public Report run(Parameters given) {
        Address address = Address.of(given.need("email"));
        Erasing.Erased erased =
                erasing.erase(address, Entry.By.OPERATOR).toCompletableFuture().join();
        String refusal = erased.refusal();
        if (refusal != null) {
            throw new Refusal(refusal);
        }
        return Report.saying(address + " is erased: the record, and " + erased.entries() + " entries of the audit")
                .noting("Backups and exports made before still have them.");
    }
}
