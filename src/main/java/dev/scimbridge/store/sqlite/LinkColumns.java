package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.Link;
import java.sql.SQLException;
import java.util.List;

/** One row of the audit chain. */
final class LinkColumns implements Columns<Link> {
    static final Columns<Link> LINK = new LinkColumns();

    private LinkColumns() {}

    @Override
    public List<String> names() {
        return List.of("seq", "at", "kind", "payload_hash", "previous_hash", "hash");
    }

    @Override
    public void write(Link value, Binder to) {
        to.number(value.seq()).number(value.at()).text(value.kind());
        to.text(value.payload()).text(value.previous()).text(value.hash());
    }

    @Override
    public Link read(Row from) throws SQLException {
        return new Link(from.number(), from.number(), from.text(), from.text(), from.text(), from.text());
    }
}
