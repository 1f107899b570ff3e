package dev.scimbridge.store.sqlite;

import java.sql.SQLException;
import java.util.List;

/**
 * One row of the audit chain.
 *
 * @param at in microseconds
 * @param payload the hash of what it says
 * @param previous the hash of the entry before it
 */
record Link(long seq, long at, String kind, String payload, String previous, String hash) {
    static final Columns<Link> COLUMNS = new Stored();

    /** The link that follows, sealed. */
    static Link after(Head head, long at, String kind, String payload) {
        Link open = new Link(head.entries() + 1, at, kind, payload, head.hash(), "");
        return new Link(open.seq, at, kind, payload, open.previous, open.seal());
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

    private static final class Stored implements Columns<Link> {
        @Override
        public List<String> names() {
            return List.of("seq", "at", "kind", "payload_hash", "previous_hash", "hash");
        }

        @Override
        public void write(Link value, Binder to) throws SQLException {
            to.number(value.seq).number(value.at).text(value.kind);
            to.text(value.payload).text(value.previous).text(value.hash);
        }

        @Override
        public Link read(Row from) throws SQLException {
            return new Link(from.number(), from.number(), from.text(), from.text(), from.text(), from.text());
        }
    }
}
