package dev.scimbridge.operations.alert;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.User;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Those of whom something may have to be said, kept as commits come: so a round of the watchman costs nothing where all is
 * well, however many people there are. Told of commits by one thread at a time, asked by any.
 */
public final class Concerns {
    private final Map<UUID, User> people = new ConcurrentSkipListMap<>();

    /** What was loaded or committed. */
    public void published(Changes changes) {
        for (User user : changes.people()) {
            if (Causes.mayConcern(user)) {
                people.put(user.id(), user);
            } else {
                people.remove(user.id());
            }
        }
    }

    /** All of them, in the order of their ids. */
    public List<User> people() {
        return List.copyOf(people.values());
    }
}
