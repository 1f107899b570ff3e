package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.Entry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the chain says, as it is stored and sealed: beside the chained row, so that it can be erased.
 *
 * @param salt random, so that an erased payload cannot be guessed from its hash; null if it was erased
 */
record Payload(@Nullable String salt, @Nullable String person, Entry.@Nullable By by, Entry.Words words) {

    static final Columns<Payload> COLUMNS = new Stored();

    private static final Entry.Words NOTHING = new Entry.Words(null, null, null, null, null);

    static Payload of(Entry entry, String salt) {
        UUID person = entry.person();
        return new Payload(salt, person == null ? null : person.toString(), entry.by(), entry.words());
    }

    Entry entry(Instant at, String kind) {
        return new Entry(at, kind, Objects.requireNonNull(by), person == null ? null : UUID.fromString(person), words);
    }

    String hash() {
        Seal seal = new Seal().over(salt).over(person);
        seal.over(by == null ? null : by.actor()).over(by == null ? null : by.client());
        return seal.over(words.asked())
                .over(words.meant())
                .over(words.called())
                .over(words.answered())
                .over(words.why())
                .hex();
    }

    /** Whether nothing is left of it. */
    boolean isErased() {
        return salt == null && person == null && by == null && words.equals(NOTHING);
    }

    private static final class Stored implements Columns<Payload> {
        private static final List<String> NAMES =
                List.of("salt", "person", "actor", "client", "asked", "meant", "called", "answered", "why");

        @Override
        public List<String> names() {
            return NAMES;
        }

        @Override
        public void write(Payload value, Binder to) throws SQLException {
            Entry.By by = value.by;
            Entry.Words words = value.words;
            to.text(value.salt).text(value.person);
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
            return new Payload(salt, person, actor == null ? null : new Entry.By(actor, client), words);
        }
    }
}
