package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Group;
import dev.scimbridge.scim.Folded;
import dev.scimbridge.store.sqlite.Statements.Binding;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Groups, who is in them, and when people last joined or left one. */
final class GroupTables {
    private static final Columns<Group> GROUP = new GroupColumns();
    private static final String SELECT = "SELECT " + Names.listed(GROUP.names()) + " FROM groups";
    private static final String OF = "SELECT "
            + Names.listed(GROUP.names().stream().map(name -> "g." + name).toList())
            + " FROM members m JOIN groups g ON g.id = m.group_id WHERE m.person = ? ORDER BY g.born, g.id";
    private static final String IS_IN_ONE = "SELECT 1 FROM members WHERE person = ? LIMIT 1";
    private static final String ADD = "INSERT INTO groups (" + Names.listed(GROUP.names()) + ", name) VALUES ("
            + Names.asked(GROUP.names()) + ", ?) ON CONFLICT (id) DO NOTHING";
    private static final String REPLACE =
            "UPDATE groups SET " + Names.assigned(GROUP.names()) + ", name = ? WHERE id = ? AND version = ?";
    private static final String JOIN =
            "INSERT INTO members (group_id, person) VALUES (?, ?) ON CONFLICT (group_id, person) DO NOTHING";
    private static final String LEAVE = "DELETE FROM members WHERE group_id = ? AND person = ?";
    private static final String REGROUP = "INSERT INTO regroupings (person, at) VALUES (?, ?)"
            + " ON CONFLICT (person) DO UPDATE SET at = excluded.at";
    private static final String REGROUP_ALL = "INSERT INTO regroupings (person, at)"
            + " SELECT person, ? FROM members WHERE group_id = ?"
            + " ON CONFLICT (person) DO UPDATE SET at = excluded.at";

    private final Statements statements;

    GroupTables(Statements statements) {
        this.statements = statements;
    }

    @Nullable
    Group find(UUID id) {
        return statements.first(SELECT + " WHERE id = ?", to -> to.id(id), GROUP::read);
    }

    @Nullable
    Group named(String displayName) {
        String name = Folded.of(displayName);
        return statements.first(SELECT + " WHERE name = ? ORDER BY born, id", to -> to.text(name), GROUP::read);
    }

    /** Most are in none: the narrow question is asked first. */
    List<Group> of(UUID person) {
        boolean isInOne = statements.first(IS_IN_ONE, to -> to.id(person), Row::count) != null;
        return isInOne ? statements.all(OF, to -> to.id(person), GROUP::read) : List.of();
    }

    List<UUID> members(UUID group) {
        String sql = "SELECT person FROM members WHERE group_id = ? ORDER BY person";
        return statements.all(sql, to -> to.id(group), Row::id);
    }

    boolean has(UUID group, UUID person) {
        String sql = "SELECT COUNT(*) FROM members WHERE group_id = ? AND person = ?";
        return statements.one(sql, to -> to.id(group).id(person), Row::count) > 0;
    }

    void each(Loading loading) {
        List<Group> groups = statements.all(SELECT + " ORDER BY born, id", Binding.NOTHING, GROUP::read);
        for (Group group : groups) {
            Set<UUID> members = new HashSet<>(members(group.id()));
            loading.group(group, members);
        }
        statements.each(
                "SELECT person, at FROM regroupings",
                Binding.NOTHING,
                row -> new Regrouping(row.id(), row.time()),
                each -> loading.regrouped(each.person, each.at));
    }

    private record Regrouping(UUID person, Instant at) {}

    /** False if there is one already. */
    boolean add(Group group) {
        return statements.change(ADD, to -> to.part(GROUP, group).text(Folded.of(group.name()))) == 1;
    }

    /** False if the version before this one is not the one that is there. */
    boolean replace(Group group) {
        long replaced = group.meta().version() - 1;
        return statements.change(
                        REPLACE,
                        to -> to.part(GROUP, group)
                                .text(Folded.of(group.name()))
                                .id(group.id())
                                .number(replaced))
                == 1;
    }

    /** False if they are in it already. */
    boolean join(UUID group, UUID person, Instant at) {
        return statements.change(JOIN, to -> to.id(group).id(person)) == 1 && moved(person, at);
    }

    /** False if they are not in it. */
    boolean leave(UUID group, UUID person, Instant at) {
        return statements.change(LEAVE, to -> to.id(group).id(person)) == 1 && moved(person, at);
    }

    private boolean moved(UUID person, Instant at) {
        return statements.change(REGROUP, to -> to.id(person).time(at)) == 1;
    }

    /** False if the version before this one is not the one that is there. */
    boolean delete(Group group) {
        Binding version = to -> to.id(group.id()).number(group.meta().version() - 1);
        if (statements.change("DELETE FROM groups WHERE id = ? AND version = ?", version) != 1) {
            return false;
        }
        statements.change(REGROUP_ALL, to -> to.time(group.meta().modified()).id(group.id()));
        statements.change("DELETE FROM members WHERE group_id = ?", to -> to.id(group.id()));
        return true;
    }
}
