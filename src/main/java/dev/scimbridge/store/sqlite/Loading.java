package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.User;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Hands over what is read in parts, so that a large store is never in memory twice. */
final class Loading {
    private static final int PART = 500;

    private final Consumer<Changes> everything;
    private Changed part = new Changed();

    Loading(Consumer<Changes> everything) {
        this.everything = everything;
    }

    void user(User user) {
        part.user(user);
        handOver(PART);
    }

    void group(Group group, Set<UUID> members) {
        part.group(new Regroup(group, false, members, Set.of()));
        handOver(PART);
    }

    void regrouped(UUID person, Instant at) {
        part.regrouped(person, at);
        handOver(PART);
    }

    void finish() {
        handOver(1);
    }

    private void handOver(int size) {
        if (part.size() >= size) {
            everything.accept(part.changes());
            part = new Changed();
        }
    }
}
