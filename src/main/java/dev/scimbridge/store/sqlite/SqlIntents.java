package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.scim.Folded;
import dev.scimbridge.store.Intents;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The writes that wait for their command. They are few, and mostly none: whose there are is kept in memory. */
final class SqlIntents implements Intents {
    private final PeopleTable table;

    private final Whose whose;

    SqlIntents(PeopleTable table) {
        this.table = table;
        whose = new Whose(table::ids);
    }

    @Override
    public @Nullable User find(UUID id) {
        return whose.has(id) ? table.find(id) : null;
    }

    @Override
    public List<User> at(Address address) {
        return found(() -> table.at(address));
    }

    @Override
    public List<User> named(String userName) {
        String folded = Folded.of(userName);
        Stream<User> some = Stream.concat(
                found(() -> table.named(folded)).stream(), found(() -> table.at(new Address(folded))).stream());
        return some.filter(user -> UserColumns.isNamed(user, folded)).toList();
    }

    @Override
    public void put(User candidate) {
        whose.add(candidate.id());
        table.set(candidate);
    }

    @Override
    public void forget(UUID id) {
        if (whose.remove(id)) {
            table.delete(id);
        }
    }

    @Override
    public List<User> all() {
        List<User> all = new ArrayList<>();
        if (!whose.isEmpty()) {
            table.each(all::add);
        }
        return all;
    }

    private List<User> found(Supplier<List<PeopleTable.Last>> search) {
        return whose.isEmpty()
                ? List.of()
                : search.get().stream()
                        .map(last -> Objects.requireNonNull(table.find(last.id())))
                        .toList();
    }

    Whose whose() {
        return whose;
    }
}
