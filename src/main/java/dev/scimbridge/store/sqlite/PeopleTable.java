package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.scim.Folded;
import dev.scimbridge.store.sqlite.Statements.Binding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A table of records: those of the people, or those that wait for their command. */
final class PeopleTable {
    /** Of its own type: called as any columns, what reads a record is compiled a second time. */
    private static final UserColumns USER = new UserColumns();

    /** Of the ways in which records differ so many have a statement of their own; the rare rest is written whole. */
    private static final int MOST_FORMS = 256;

    private final String name;
    private final Statements statements;
    private final Map<BitSet, String> replacing = new HashMap<>();
    private final Map<BitSet, String> adding = new HashMap<>();
    private final Map<BitSet, String> addingIfFree = new HashMap<>();
    private final String select;
    private final String find;
    private final String isLast;
    private final String at;
    private final String named;
    private final String heldUntil;
    private final BitSet all;
    private final String set;
    private final String delete;

    PeopleTable(String name, Statements statements) {
        this.name = name;
        this.statements = statements;
        List<String> columns = USER.names();
        select = "SELECT " + Names.listed(columns) + " FROM " + name;
        find = select + " WHERE id = ?";
        isLast = "SELECT 1 FROM " + name + " WHERE id = ? AND version = ?";
        at = "SELECT id, version FROM " + name + " WHERE address = ? ORDER BY generation DESC, id";
        named = "SELECT id, version FROM " + name + " WHERE user_name = ?";
        heldUntil = select + " WHERE held_until = ?";
        all = new BitSet();
        all.set(0, columns.size());
        set = inserting(all) + " ON CONFLICT (id) DO UPDATE SET " + Names.excluded(columns);
        delete = "DELETE FROM " + name + " WHERE id = ?";
    }

    @Nullable
    User find(UUID id) {
        return statements.first(find, to -> to.id(id), USER::read);
    }

    /** Whether nothing later was written of this person. */
    boolean isLast(User user) {
        Binding binding = to -> to.id(user.id()).number(user.meta().version());
        return statements.first(isLast, binding, Row::count) != null;
    }

    /** Whose record there is, and its version. */
    record Last(UUID id, long version) {
        private static Last read(Row row) throws SQLException {
            return new Last(row.id(), row.number());
        }
    }

    /** The latest generation first. Where there is nobody, as with most who are asked about, this costs the least. */
    List<Last> at(Address address) {
        return statements.all(at, to -> to.text(address.value()), Last::read);
    }

    /** Those who were given this {@link Folded} userName and have another address; whose address it is are {@link #at} it. */
    List<Last> named(String folded) {
        return statements.all(named, to -> to.text(folded), Last::read);
    }

    List<User> heldUntil(UUID person) {
        return statements.all(heldUntil, to -> to.id(person), USER::read);
    }

    List<UUID> ids() {
        return statements.all("SELECT id FROM " + name, Binding.NOTHING, Row::id);
    }

    void each(Consumer<User> visitor) {
        statements.each(select + " ORDER BY born, id", Binding.NOTHING, USER::read, visitor);
    }

    /** In no order, which would take longer; each as {@link #users} takes it. */
    void eachRow(Consumer<byte[]> visitor) {
        String compact = "SELECT " + CompactRow.of(USER.names()) + " FROM " + name;
        statements.each(compact, Binding.NOTHING, ResultRow::bytes, visitor);
    }

    static List<User> users(List<byte[]> rows) {
        List<User> users = new ArrayList<>(rows.size());
        CompactRow compact = new CompactRow(USER.names().size());
        try {
            for (byte[] row : rows) {
                users.add(USER.read(compact.at(row)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what is in memory is read without a database", e);
        }
        return users;
    }

    /** False if there is one already. */
    boolean add(User user) {
        return insert(adding, " ON CONFLICT (id) DO NOTHING", user);
    }

    /** False if there is one already, of this id or of this address and generation. */
    boolean addIfFree(User user) {
        return insert(addingIfFree, " ON CONFLICT DO NOTHING", user);
    }

    /** Names what there is something in: most of a new record is empty. */
    private boolean insert(Map<BitSet, String> forms, String onConflict, User user) {
        Binder is = cells(user);
        BitSet written = known(forms, is.said());
        String sql = forms.computeIfAbsent(written, cells -> inserting(cells) + onConflict);
        return statements.change(sql, to -> to.some(written, is)) == 1;
    }

    /** These cells, or all if they are one form too many. */
    private BitSet known(Map<BitSet, String> forms, BitSet cells) {
        return forms.containsKey(cells) || forms.size() < MOST_FORMS ? cells : all;
    }

    private String inserting(BitSet cells) {
        List<String> names = names(cells);
        return "INSERT INTO " + name + " (" + Names.listed(names) + ") VALUES (" + Names.asked(names) + ")";
    }

    private static List<String> names(BitSet cells) {
        return cells.stream().mapToObj(USER.names()::get).toList();
    }

    /**
     * Writes what differs, so that neither the whole row nor any index is written again for one attribute. False if the
     * version before this one is not the one that is there.
     *
     * @param before as it was read in this transaction; null if it was not
     */
    boolean replace(@Nullable User before, User user) {
        Binder is = cells(user);
        BitSet changed = before == null ? all : is.different(cells(before));
        BitSet written = known(replacing, changed);
        String sql = replacing.computeIfAbsent(written, this::replacing);
        Binding binding =
                to -> to.some(written, is).id(user.id()).number(user.meta().version() - 1);
        return statements.change(sql, binding) == 1;
    }

    private static Binder cells(User user) {
        Binder is = new Binder();
        USER.write(user, is);
        return is;
    }

    private String replacing(BitSet cells) {
        return "UPDATE " + name + " SET " + Names.assigned(names(cells)) + " WHERE id = ? AND version = ?";
    }

    void set(User user) {
        statements.change(set, to -> USER.write(user, to));
    }

    void delete(UUID id) {
        statements.change(delete, to -> to.id(id));
    }
}
