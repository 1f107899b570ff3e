package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.Tallies;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the guards count, and which of them are latched. */
final class SqlTallies implements Tallies {
    private static final String COUNT =
            "INSERT INTO tallies (kind, at, person) VALUES (?, ?, ?) ON CONFLICT (kind, at, person) DO NOTHING";
    private static final String SINCE = "SELECT COUNT(DISTINCT person) FROM tallies WHERE kind = ? AND at > ?";

    /** A guard that trips again stays latched since it first did. */
    private static final String LATCH = "INSERT INTO latches (guard, at) VALUES (?, ?) ON CONFLICT (guard) DO NOTHING";

    private final Statements statements;

    SqlTallies(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void count(String kind, UUID person, Instant at) {
        statements.change(COUNT, to -> to.text(kind).time(at).id(person));
    }

    @Override
    public void forget(String kind, UUID person) {
        statements.change(
                "DELETE FROM tallies WHERE kind = ? AND person = ?",
                to -> to.text(kind).id(person));
    }

    @Override
    public int since(String kind, Instant after) {
        return statements.one(SINCE, to -> to.text(kind).time(after), Row::count);
    }

    @Override
    public void latch(String guard, Instant at) {
        statements.change(LATCH, to -> to.text(guard).time(at));
    }

    @Override
    public @Nullable Instant latched(String guard) {
        return statements.first("SELECT at FROM latches WHERE guard = ?", to -> to.text(guard), Row::time);
    }

    @Override
    public void release(String guard) {
        statements.change("DELETE FROM latches WHERE guard = ?", to -> to.text(guard));
    }
}
