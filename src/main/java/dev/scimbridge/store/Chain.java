package dev.scimbridge.store;

import dev.scimbridge.store.AuditLog.Fault;
import dev.scimbridge.store.AuditLog.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a whole audit chain, entry by entry, up to the first that is not as it was written. Where the rows come
 * from, the store or a file, makes no difference.
 */
public final class Chain {
    /** What the first entry follows. */
    public static final String NOWHERE = "0".repeat(64);

    private static final String MISSING = "it is missing";

    private final Notices notices;
    private long entries;
    private long reached;
    private String hash;
    private @Nullable Fault fault;

    /**
     * Begins where the latest checkpoint says.
     *
     * @param notices all that this same chain has
     */
    public Chain(Notices notices) {
        this.notices = notices;
        reached = notices.forgotten();
        hash = notices.before();
    }

    /**
     * The next row, and what it says.
     *
     * @param payload null if that is missing
     */
    public void follow(Link link, @Nullable Payload payload) {
        follow(link);
        if (fault == null) {
            blame(reached, wrong(link, payload));
        }
    }

    /** The next row, when nobody can know any more whether it says what it said: its words were replaced. */
    public void follow(Link link) {
        if (fault != null) {
            return;
        }
        long expected = reached + 1;
        blame(expected, wrong(link, expected));
        reached = expected;
        hash = link.hash();
    }

    /** An entry is not as it was written, for a reason that only the caller can see. The first reason stands. */
    public void blame(long seq, @Nullable String why) {
        if (why != null && (fault == null || seq < fault.seq())) {
            fault = new Fault(seq, why);
        }
    }

    private @Nullable String wrong(Link link, long expected) {
        if (link.seq() != expected) {
            boolean atTheStart = reached == notices.forgotten();
            return atTheStart ? MISSING + ", and no checkpoint says that it was forgotten" : MISSING;
        }
        if (!link.previous().equals(hash)) {
            return "it does not follow the entry before it";
        }
        return link.seal().equals(link.hash()) ? null : "its hash is not that of its row";
    }

    private @Nullable String wrong(Link link, @Nullable Payload payload) {
        if (payload == null) {
            return "what it says is missing";
        }
        if (payload.isErased()) {
            return notices.tellOf(link.seq()) ? null : "what it says was removed, and no later entry says why";
        }
        return payload.hash().equals(link.payload()) ? null : "what it says was changed";
    }

    /** Where the chain is said to end. */
    public void end(AuditLog.End end) {
        entries = end.entries();
        if (fault == null && reached < entries) {
            fault = new Fault(reached + 1, MISSING);
        } else if (reached > entries) {
            blame(entries + 1, "it is beyond the end of the chain");
        } else if (fault == null && !hash.equals(end.hash())) {
            fault = new Fault(entries, "the chain does not end with it");
        }
    }

    public Verdict verdict() {
        return new Verdict(entries, notices.forgotten(), fault);
    }
}
