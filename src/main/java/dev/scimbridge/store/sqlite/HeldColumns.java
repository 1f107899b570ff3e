package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Held;
import java.sql.SQLException;
import java.util.List;

/** What a guard keeps back. */
final class HeldColumns implements Columns<Held> {
    private static final DesiredColumns DESIRED = new DesiredColumns("held");
    private static final List<String> NAMES =
            Names.of(DESIRED.names(), List.of("held_guard", "held_why", "held_since", "held_until", "held_by"));

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public void write(Held value, Binder to) {
        DESIRED.write(value.desired(), to);
        to.text(value.guard())
                .text(value.why())
                .time(value.since())
                .id(value.until())
                .text(value.by());
    }

    @Override
    public Held read(Row from) throws SQLException {
        return new Held(DESIRED.read(from), from.text(), from.text(), from.time(), from.idOrNull(), from.textOrNull());
    }
}
