package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.scim.Folded;
import dev.scimbridge.store.sqlite.Statements.Binding;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A table of records: those of the people, or those that wait for their command. */
final class PeopleTable {
    private static final Columns<User> USER = new UserColumns();

    private final Statements statements;
    private final String select;
    private final String add;
    private final String addIfFree;
    private final String replace;
    private final String set;
    private final String delete;

    PeopleTable(String name, Statements statements) {
        this.statements = statements;
        List<String> columns = USER.names();
        String insert =
                "INSERT INTO " + name + " (" + Names.listed(columns) + ") VALUES (" + Names.asked(columns) + ")";
        select = "SELECT " + Names.listed(columns) + " FROM " + name;
        add = insert + " ON CONFLICT (id) DO NOTHING";
        addIfFree = insert + " ON CONFLICT DO NOTHING";
        replace = "UPDATE " + name + " SET " + Names.assigned(columns) + " WHERE id = ? AND version = ?";
        set = insert + " ON CONFLICT (id) DO UPDATE SET " + Names.excluded(columns);
        delete = "DELETE FROM " + name + " WHERE id = ?";
    }

    @Nullable
    User find(UUID id) {
        return statements.first(select + " WHERE id = ?", to -> to.id(id), USER::read);
    }

    List<User> at(Address address) {
        String sql = select + " WHERE address = ? ORDER BY generation DESC, id";
        return statements.all(sql, to -> to.text(address.value()), USER::read);
    }

    List<User> named(String userName) {
        String sql = select + " WHERE user_name = ? ORDER BY born, id";
        return statements.all(sql, to -> to.text(Folded.of(userName)), USER::read);
    }

    List<User> heldUntil(UUID person) {
        return statements.all(select + " WHERE held_until = ?", to -> to.id(person), USER::read);
    }

    void each(Consumer<User> visitor) {
        statements.each(select + " ORDER BY born, id", Binding.NOTHING, USER::read, visitor);
    }

    /** False if there is one already. */
    boolean add(User user) {
        return statements.change(add, to -> to.part(USER, user)) == 1;
    }

    /** False if there is one already, of this id or of this address and generation. */
    boolean addIfFree(User user) {
        return statements.change(addIfFree, to -> to.part(USER, user)) == 1;
    }

    /** False if the version before this one is not the one that is there. */
    boolean replace(User user) {
        long replaced = user.meta().version() - 1;
        return statements.change(
                        replace, to -> to.part(USER, user).id(user.id()).number(replaced))
                == 1;
    }

    void set(User user) {
        statements.change(set, to -> to.part(USER, user));
    }

    void delete(UUID id) {
        statements.change(delete, to -> to.id(id));
    }
}
