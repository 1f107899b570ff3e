package dev.scimbridge.store;

import java.time.Instant;

/**
 * One row of the audit chain.
 *
 * @param at in microseconds
 * @param payload the hash of what it says
 * @param previous the hash of the entry before it
 */
public record Link(long seq, long at, String kind, String payload, String previous, String hash) {
    /** This link, sealed, whatever hash it has. */
    public Link sealed() {
        return new Link(seq, at, kind, payload, previous, seal());
    }

    public Instant moment() {
        return Micros.toInstant(at);
    }

    /** The hash it must have. */
    String seal() {
        return new Seal()
                .over(previous)
                .over(seq)
                .over(at)
                .over(kind)
                .over(payload)
                .hex();
    }
}
