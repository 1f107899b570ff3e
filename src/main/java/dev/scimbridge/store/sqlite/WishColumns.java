package dev.scimbridge.store.sqlite;

import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Tally;
import dev.scimbridge.lifecycle.Wish;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What is desired of a person, and how far it has come. */
final class WishColumns implements Columns<Wish> {
    private static final DesiredColumns DESIRED = new DesiredColumns("desired");
    private static final List<String> NAMES = Names.of(
            DESIRED.names(),
            List.of("fulfilled", "wished"),
            List.of("invites", "invites_first", "invites_last"),
            List.of("sets", "sets_first", "sets_last"));

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public void write(Wish value, Binder to) {
        DESIRED.write(value.desired(), to);
        to.flag(value.fulfilled()).time(value.since());
        write(value.invites(), to);
        write(value.sets(), to);
    }

    @Override
    public Wish read(Row from) throws SQLException {
        Desired desired = DESIRED.read(from);
        boolean fulfilled = from.flag();
        Instant since = from.time();
        return new Wish(desired, fulfilled, since, tally(from), tally(from));
    }

    private static void write(Tally tally, Binder to) {
        to.number(tally.times()).time(tally.first()).time(tally.last());
    }

    private static Tally tally(Row from) throws SQLException {
        return new Tally(from.count(), from.timeOrNull(), from.timeOrNull());
    }
}
