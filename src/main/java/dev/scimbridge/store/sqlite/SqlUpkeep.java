package dev.scimbridge.store.sqlite;

import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Link;
import dev.scimbridge.store.Notices;
import dev.scimbridge.store.Upkeep;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes away from the audit chain within one transaction. */
final class SqlUpkeep implements Upkeep {
    private final AuditTable table;
    private final Consumer<Entry> chain;

    SqlUpkeep(AuditTable table, Consumer<Entry> chain) {
        this.table = table;
        this.chain = chain;
    }

    @Override
    public int erase(UUID person, Set<Address> addresses, Order order) {
        List<Long> emptied = table.about(person, addresses);
        emptied.forEach(table::empty);
        if (!emptied.isEmpty()) {
            chain.accept(Notices.erasure(order.at(), order.by(), emptied));
        }
        return emptied.size();
    }

    @Override
    public long forget(Instant before, Order order) {
        Link last = table.lastBefore(before);
        if (last == null) {
            return 0;
        }
        long forgotten = table.forget(last.seq());
        chain.accept(Notices.checkpoint(order.at(), order.by(), before, last));
        return forgotten;
    }
}
