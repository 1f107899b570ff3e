package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.directory.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What has been written so far: people in the order in which their last state was, groups write by write. */
final class Changed {
    private final Map<UUID, User> people = new LinkedHashMap<>();
    private final List<Regroup> groups = new ArrayList<>();
    private final Map<UUID, Instant> regrouped = new LinkedHashMap<>();

    void user(User user) {
        people.remove(user.id());
        people.put(user.id(), user);
    }

    void group(Regroup change) {
        groups.add(change);
    }

    void regrouped(UUID person, Instant at) {
        regrouped.put(person, at);
    }

    void addAll(Changed later) {
        later.people.values().forEach(this::user);
        groups.addAll(later.groups);
        regrouped.putAll(later.regrouped);
    }

    int size() {
        return people.size() + groups.size() + regrouped.size();
    }

    Changes changes() {
        return new Changes(List.copyOf(people.values()), groups, regrouped);
    }
}
