package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.store.Intents;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The writes that wait for their command. */
final class SqlIntents implements Intents {
    private final PeopleTable table;

    SqlIntents(PeopleTable table) {
        this.table = table;
    }

    @Override
    public @Nullable User find(UUID id) {
        return table.find(id);
    }

    @Override
    public List<User> at(Address address) {
        return all(table.at(address));
    }

    @Override
    public List<User> named(String userName) {
        return all(table.named(userName));
    }

    @Override
    public void put(User candidate) {
        table.set(candidate);
    }

    @Override
    public void forget(UUID id) {
        table.delete(id);
    }

    @Override
    public List<User> all() {
        List<User> all = new ArrayList<>();
        table.each(all::add);
        return all;
    }

    private List<User> all(List<UUID> ids) {
        return ids.stream().map(id -> Objects.requireNonNull(table.find(id))).toList();
    }
}
