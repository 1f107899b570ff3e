package dev.scimbridge.store.contract;

import dev.scimbridge.store.AuditLog;
import dev.scimbridge.store.Picture;
import dev.scimbridge.store.Store;
import java.util.List;

/** What a contract needs of an engine. Each kit has one set of data, empty at first. */
public interface StoreKit extends AutoCloseable {
    /** Opens the data; the one who opened it before must have closed it or crashed. */
    Store open(Picture picture);

    default Store open() {
        return open(changes -> {});
    }

    /** The audit log of the store that is open. */
    AuditLog audit();

    /** Ends the open store as a power cut would: the next one finds what is on disk at this moment and no more. */
    void crash();

    /** The same for whoever opens the same data again, while those who still write to it are told that it is closed. */
    void cut();

    /** Runs statements in one transaction, behind the store's back. */
    void sql(String... statements);

    /** The columns that a table has. */
    List<String> columns(String table);

    @Override
    void close();
}
