package dev.scimbridge.store;

import dev.scimbridge.directory.Changes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is durable. Every engine keeps the same promises, each held by a contract test: a completed write is on disk, a
 * failed one left nothing behind, a write that replaces a version nobody has any more fails, and the audit chain has no
 * gap. Times are kept to the microsecond, rounded down: let the clock tick in microseconds, or what is read back
 * differs from what was put.
 */
public interface Store extends AutoCloseable {
    /**
     * Runs the work in one transaction. Many are committed together; the work runs on the store's own thread, one after
     * the other, and must not block: it must never wait for another write.
     *
     * @return completes when the commit is on disk and published; fails with what the work threw (nothing is then
     *     written), or with {@link StoreUnavailable}
     */
    <T> CompletionStage<T> write(Work<T> work);

    /** Everybody, in no order, and then every group, in parts of some hundreds. Blocks. */
    void load(Consumer<Changes> everything);

    /** The people due at that moment, leavers first, then role changes, then joiners, each by when they fell due. */
    List<UUID> due(Instant now, int limit);

    /** The last committed revision. Cheap: every commit has a higher one. */
    long revision();

    /** Why nothing can be written now (disk full, read-only), null while it can be as far as is known. Cheap. */
    @Nullable
    String trouble();

    /** Finishes what was begun and lets go of the folder. */
    @Override
    void close();

    /** What is done within one transaction. May throw: then nothing of it is written. */
    interface Work<T> {
        T in(Transaction transaction);
    }
}
