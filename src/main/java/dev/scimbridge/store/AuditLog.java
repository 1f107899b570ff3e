package dev.scimbridge.store;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The audit chain, for those who read it. All calls block. */
public interface AuditLog {
    /**
     * Reads the whole chain again, from the latest checkpoint on, and says where it first departs from what was
     * written. An emptied entry is as it should be only if a later erasure names it.
     */
    Verdict verify();

    /** Reads the chain in order, all of it as it was at one moment. */
    End each(Visitor visitor);

    /** What was written of a person, oldest first; if there is more than the limit, the latest of it. */
    List<Line> history(UUID person, int limit);

    /** What is said of one kind, oldest first, without what was emptied. */
    void ofKind(String kind, Consumer<Line> visitor);

    /** Sees the chain row by row. */
    interface Visitor {
        /**
         * The next row.
         *
         * @param payload null if it is missing
         */
        void row(Link link, @Nullable Payload payload);
    }

    /**
     * How the chain ends.
     *
     * @param entries how many there have been, the forgotten included
     * @param hash of the last one
     */
    record End(long entries, String hash) {}

    /**
     * One entry as it stands in the chain.
     *
     * @param seq its number, from 1 without a gap
     */
    record Line(long seq, Entry entry) {}

    /**
     * What a reading of the chain found.
     *
     * @param entries how many entries there should have been
     * @param forgotten how many of them, from the first on, a checkpoint says are gone
     * @param fault the first one that is not as it was written, null if all are
     */
    record Verdict(long entries, long forgotten, @Nullable Fault fault) {
        public boolean isSound() {
            return fault == null;
        }
    }

    /** The first bad entry. */
    record Fault(long seq, String why) {}
}
