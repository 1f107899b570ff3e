package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.scim.Folded;
import dev.scimbridge.store.People;
import dev.scimbridge.store.Picture;
import dev.scimbridge.store.StaleVersion;
import dev.scimbridge.store.sqlite.PeopleTable.Last;
import dev.scimbridge.store.sqlite.Statements.Binding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of people within one transaction. */
final class SqlPeople implements People {
    private static final String HAS =
            "SELECT COUNT(*) FROM people WHERE id = ? AND (desired IS NULL OR desired <> 'deleted')";

    /**
     * An intent is desired already, though not yet visible: whom it takes away no longer counts. Whom a guard holds does:
     * they stay until it is asked again, and then it counts the others.
     */
    private static final String ACTIVE_AS = "SELECT EXISTS (SELECT 1 FROM people p"
            + " WHERE p.observed = 'active' AND p.observed_type = ? AND p.id <> ?"
            + " AND (p.desired IS NULL OR " + stays("p") + ")"
            + " AND NOT EXISTS (SELECT 1 FROM intents i WHERE i.id = p.id AND NOT (" + stays("i") + ")))";

    private final Statements statements;
    private final PeopleTable table;
    private final ActiveCount active;
    private final Picture picture;
    private final Consumer<User> written;

    /** Those read or written here: nobody else can have written them since. */
    private final Map<UUID, User> known = new HashMap<>();

    /** What was asked last of an address is asked again by the next rule: kept until something is written here. */
    private @Nullable Address asked;

    private List<Last> there = List.of();

    SqlPeople(Statements statements, PeopleTable table, ActiveCount active, Picture picture, Consumer<User> written) {
        this.statements = statements;
        this.table = table;
        this.active = active;
        this.picture = picture;
        this.written = written;
    }

    private static String stays(String row) {
        return "(%1$s.desired = 'active' AND COALESCE(%1$s.desired_type, ?) = ?)".formatted(row);
    }

    @Override
    public @Nullable User find(UUID id) {
        User here = known.get(id);
        if (here != null) {
            return here;
        }
        // As below, but that the version is to be asked for.
        User remembered = picture.remembered(id);
        boolean isCurrent = remembered != null && table.isLast(remembered);
        User found = isCurrent ? remembered : table.find(id);
        return found == null ? null : read(found);
    }

    @Override
    public List<User> at(Address address) {
        if (!address.equals(asked)) {
            there = table.at(address);
            asked = address;
        }
        return all(there);
    }

    @Override
    public List<User> named(String userName) {
        String folded = Folded.of(userName);
        Stream<User> some = Stream.concat(all(table.named(folded)).stream(), at(new Address(folded)).stream());
        return some.filter(user -> UserColumns.isNamed(user, folded)).toList();
    }

    @Override
    public void put(User user) {
        asked = null;
        long version = user.meta().version();
        User before = before(user);
        int change = active.change(before, user);
        boolean done = version == 1 ? table.add(user) : table.replace(before, user);
        if (!done) {
            throw new StaleVersion(user.id(), version - 1);
        }
        active.changed(change);
        written.accept(read(user));
    }

    /** The record that this one replaces, if it was read or written here; nobody else can have written it since. */
    private @Nullable User before(User user) {
        User last = known.get(user.id());
        return last != null && last.meta().version() == user.meta().version() - 1 ? last : null;
    }

    private List<User> all(List<Last> there) {
        return there.stream().map(this::record).toList();
    }

    private User record(Last last) {
        User here = known.get(last.id());
        if (here != null) {
            return here;
        }
        // Versions move by one and never back: of one person and one version there is one record.
        User remembered = picture.remembered(last.id());
        return remembered != null && remembered.meta().version() == last.version()
                ? read(remembered)
                : read(Objects.requireNonNull(table.find(last.id())));
    }

    private User read(User user) {
        known.put(user.id(), user);
        return user;
    }

    private List<User> read(List<User> users) {
        users.forEach(this::read);
        return users;
    }

    @Override
    public boolean add(User user) {
        asked = null;
        int change = active.change(null, user);
        boolean added = table.addIfFree(user);
        if (added) {
            active.changed(change);
            written.accept(user);
        }
        return added;
    }

    @Override
    public boolean hasActiveAs(AccountType type, UUID except) {
        Binding binding = to -> {
            to.type(type).id(except);
            to.type(type).type(type);
            to.type(type).type(type);
        };
        return statements.one(ACTIVE_AS, binding, Row::flag);
    }

    @Override
    public List<User> heldUntil(UUID person) {
        return read(table.heldUntil(person));
    }

    @Override
    public boolean has(UUID id) {
        return statements.one(HAS, to -> to.id(id), Row::count) > 0;
    }

    @Override
    public int active() {
        return active.now();
    }
}
