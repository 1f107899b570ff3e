package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.directory.Group;
import dev.scimbridge.store.Groups;
import dev.scimbridge.store.StaleVersion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Groups within one transaction. */
final class SqlGroups implements Groups {
    private final GroupTables tables;
    private final Changed written;

    SqlGroups(GroupTables tables, Changed written) {
        this.tables = tables;
        this.written = written;
    }

    @Override
    public @Nullable Group find(UUID id) {
        return tables.find(id);
    }

    @Override
    public @Nullable Group named(String displayName) {
        return tables.named(displayName);
    }

    @Override
    public List<Group> of(UUID person) {
        return tables.of(person);
    }

    @Override
    public List<UUID> members(UUID group) {
        return tables.members(group);
    }

    @Override
    public Set<UUID> among(UUID group, Set<UUID> people) {
        return people.stream().filter(person -> tables.has(group, person)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void put(Group group, Set<UUID> joining, Set<UUID> leaving) {
        long version = group.meta().version();
        boolean done = version == 1 ? tables.add(group) : tables.replace(group);
        if (!done) {
            throw new StaleVersion(group.id(), version - 1);
        }
        Instant at = group.meta().modified();
        for (UUID person : leaving) {
            tables.leave(group.id(), person, at);
            written.regrouped(person, at);
        }
        for (UUID person : joining) {
            tables.join(group.id(), person, at);
            written.regrouped(person, at);
        }
        written.group(new Regroup(group, false, joining, leaving));
    }

    @Override
    public void delete(Group group) {
        Instant at = group.meta().modified();
        tables.members(group.id()).forEach(person -> written.regrouped(person, at));
        tables.delete(group.id(), at);
        written.group(new Regroup(group, true, Set.of(), Set.of()));
    }
}
