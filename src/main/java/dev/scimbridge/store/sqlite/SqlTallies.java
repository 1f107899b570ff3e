package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.Tallies;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the guards count, and which of them are latched. */
final class SqlTallies implements Tallies {
    private static final String COUNT =
            "INSERT INTO tallies (kind, at, person) VALUES (?, ?, ?) ON CONFLICT (kind, at, person) DO NOTHING";

    /** A guard that trips again stays latched since it first did. */
    private static final String LATCH = "INSERT INTO latches (guard, at) VALUES (?, ?) ON CONFLICT (guard) DO NOTHING";

    private final Statements statements;
    private final Map<String, Lately> lately = new HashMap<>();
    private long changes;

    SqlTallies(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void count(String kind, UUID person, Instant at) {
        statements.change(COUNT, to -> to.text(kind).time(at).id(person));
        changes++;
        Lately kept = lately.get(kind);
        if (kept != null && !kept.count(person, at)) {
            lately.remove(kind);
        }
    }

    @Override
    public void forget(String kind, UUID person) {
        statements.change(
                "DELETE FROM tallies WHERE kind = ? AND person = ?",
                to -> to.text(kind).id(person));
        changes++;
        Lately kept = lately.get(kind);
        if (kept != null) {
            kept.forget(person);
        }
    }

    @Override
    public int since(String kind, Instant after) {
        Lately kept = lately.get(kind);
        if (kept == null || !kept.reachesBackTo(after)) {
            kept = Lately.read(statements, kind, after);
            lately.put(kind, kept);
        }
        return kept.since(after);
    }

    /** What to go {@link #back} to, should the work that comes now be undone. */
    long mark() {
        return changes;
    }

    void back(long mark) {
        if (changes != mark) {
            lately.clear();
        }
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
