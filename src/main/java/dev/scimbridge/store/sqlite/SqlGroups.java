package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.directory.Group;
import dev.scimbridge.store.Groups;
import dev.scimbridge.store.StaleVersion;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Groups within one transaction. */
final class SqlGroups implements Groups {
    /** Of more it is cheaper to read all members. */
    private static final int FEW = 100;

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
        if (people.size() > FEW) {
            Set<UUID> members = new HashSet<>(tables.members(group));
            members.retainAll(people);
            return members;
        }
        return people.stream().filter(person -> tables.has(group, person)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void put(Group group, Set<UUID> joining, Set<UUID> leaving) {
        long version = group.meta().version();
        requireCurrent(group, version == 1 ? tables.add(group) : tables.replace(group));
        Instant at = group.meta().modified();
        for (UUID person : leaving) {
            moved(group, person, tables.leave(group.id(), person, at));
        }
        for (UUID person : joining) {
            moved(group, person, tables.join(group.id(), person, at));
        }
        written.group(new Regroup(group, false, joining, leaving));
    }

    @Override
    public void delete(Group group) {
        Instant at = group.meta().modified();
        List<UUID> members = tables.members(group.id());
        requireCurrent(group, tables.delete(group));
        members.forEach(person -> written.regrouped(person, at));
        written.group(new Regroup(group, true, Set.of(), Set.of()));
    }

    private static void requireCurrent(Group group, boolean done) {
        if (!done) {
            throw new StaleVersion(group.id(), group.meta().version() - 1);
        }
    }

    private void moved(Group group, UUID person, boolean done) {
        if (!done) {
            throw new IllegalStateException(
                    person + " joins group " + group.id() + " a second time, or leaves it without being in it");
        }
        written.regrouped(person, group.meta().modified());
    }
}
