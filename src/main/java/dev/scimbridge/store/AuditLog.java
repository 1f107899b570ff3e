package dev.scimbridge.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit chain, for those who read it. Both calls block. */
public interface AuditLog {
    /** Reads the whole chain again and says where it first departs from what was written. */
    Verdict verify();

    /** What was written of a person, oldest first; if there is more than the limit, the latest of it. */
    List<Line> history(UUID person, int limit);

    /**
     * One entry as it stands in the chain.
     *
     * @param seq its number, from 1 without a gap
     */
    record Line(long seq, Entry entry) {}

    /**
     * What a reading of the chain found.
     *
     * @param entries how many entries there should be
     * @param fault the first one that is not as it was written, null if all are
     */
    record Verdict(long entries, @Nullable Fault fault) {
        public boolean isSound() {
            return fault == null;
        }
    }

    /** The first bad entry. */
    record Fault(long seq, String why) {}
}
