package dev.scimbridge.store.sqlite;

import dev.scimbridge.lifecycle.Command;
import dev.scimbridge.store.Claims;
import dev.scimbridge.store.sqlite.Statements.Binding;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Who is having a command carried out. */
final class SqlClaims implements Claims {
    private static final Columns<Command> COMMAND = new CommandColumns("command");
    private static final List<String> NAMES = Names.of(List.of("person"), COMMAND.names(), List.of("revision", "at"));
    private static final String TAKE = "INSERT INTO claims (" + Names.listed(NAMES) + ") VALUES (" + Names.asked(NAMES)
            + ") ON CONFLICT (person) DO NOTHING";
    private static final String OPEN = "SELECT " + Names.listed(NAMES) + " FROM claims ORDER BY revision, person";

    private final Statements statements;
    private final Whose whose;

    SqlClaims(Statements statements) {
        this.statements = statements;
        whose = new Whose(() -> statements.all("SELECT person FROM claims", Binding.NOTHING, Row::id));
    }

    @Override
    public boolean take(Claim claim) {
        Binding binding = to -> to.id(claim.person())
                .part(COMMAND, claim.command())
                .number(claim.revision())
                .time(claim.at());
        boolean taken = statements.change(TAKE, binding) == 1;
        if (taken) {
            whose.add(claim.person());
        }
        return taken;
    }

    @Override
    public void drop(UUID person) {
        if (whose.remove(person)) {
            statements.change("DELETE FROM claims WHERE person = ?", to -> to.id(person));
        }
    }

    @Override
    public boolean has(UUID person) {
        return whose.has(person);
    }

    @Override
    public List<Claim> open() {
        return statements.all(OPEN, Binding.NOTHING, SqlClaims::claim);
    }

    Whose whose() {
        return whose;
    }

    private static Claim claim(Row row) throws SQLException {
        return new Claim(row.id(), row.part(COMMAND), row.number(), row.time());
    }
}
