package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Payload;
import java.sql.SQLException;
import java.util.List;

/** What an entry of the audit chain says. All of it may be missing: it was erased. */
final class PayloadColumns implements Columns<Payload> {
    static final Columns<Payload> PAYLOAD = new PayloadColumns();

    private PayloadColumns() {}

    @Override
    public List<String> names() {
        return List.of("salt", "person", "actor", "client", "asked", "meant", "called", "answered", "why");
    }

    @Override
    public void write(Payload value, Binder to) {
        Entry.By by = value.by();
        Entry.Words words = value.words();
        to.text(value.salt()).text(value.person());
        to.text(by == null ? null : by.actor()).text(by == null ? null : by.client());
        to.text(words.asked()).text(words.meant()).text(words.called());
        to.text(words.answered()).text(words.why());
    }

    @Override
    public Payload read(Row from) throws SQLException {
        String salt = from.textOrNull();
        String person = from.textOrNull();
        String actor = from.textOrNull();
        String client = from.textOrNull();
        Entry.Words words = new Entry.Words(
                from.textOrNull(), from.textOrNull(), from.textOrNull(), from.textOrNull(), from.textOrNull());
        return new Payload(salt, person, Payload.by(actor, client), words);
    }
}
