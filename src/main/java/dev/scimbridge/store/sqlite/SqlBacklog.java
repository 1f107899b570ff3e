package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.Backlog;
import dev.scimbridge.store.Entry;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Who is still to be seen to after a write of a group. */
final class SqlBacklog implements Backlog {
    private static final String ADD = "INSERT INTO backlog (person, actor, client) VALUES (?, ?, ?)"
            + " ON CONFLICT (person) DO UPDATE SET actor = excluded.actor, client = excluded.client";

    private final Statements statements;

    SqlBacklog(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(Collection<UUID> people, Entry.By by) {
        for (UUID person : people) {
            statements.change(ADD, to -> to.id(person).text(by.actor()).text(by.client()));
        }
    }

    @Override
    public List<Item> first(int most) {
        String sql = "SELECT person, actor, client FROM backlog ORDER BY person LIMIT ?";
        return statements.all(sql, to -> to.number(most), SqlBacklog::item);
    }

    private static Item item(Row row) throws SQLException {
        return new Item(row.id(), new Entry.By(row.text(), row.textOrNull()));
    }

    @Override
    public void drop(UUID person) {
        statements.change("DELETE FROM backlog WHERE person = ?", to -> to.id(person));
    }
}
