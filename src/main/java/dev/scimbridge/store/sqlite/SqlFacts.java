package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.Facts;
import org.jspecify.annotations.Nullable;

/** Small things worth remembering, by name. */
final class SqlFacts implements Facts {
    private static final String PUT =
            "INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    private final Statements statements;

    SqlFacts(Statements statements) {
        this.statements = statements;
    }

    @Override
    public @Nullable String find(String name) {
        return statements.first("SELECT value FROM facts WHERE name = ?", to -> to.text(name), Row::text);
    }

    @Override
    public void put(String name, String value) {
        statements.change(PUT, to -> to.text(name).text(value));
    }
}
