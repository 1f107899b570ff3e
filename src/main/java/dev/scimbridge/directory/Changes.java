package dev.scimbridge.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What commits have changed, for those who keep a picture of it in memory.
 *
 * @param people each in their last state
 * @param groups in the order in which they were written
 * @param regrouped when people last joined or left a group
 */
public record Changes(List<User> people, List<Regroup> groups, Map<UUID, Instant> regrouped) {
    public static final Changes NONE = new Changes(List.of(), List.of(), Map.of());

    public Changes {
        people = List.copyOf(people);
        groups = List.copyOf(groups);
        regrouped = Map.copyOf(regrouped);
    }

    public static Changes of(User... people) {
        return new Changes(List.of(people), List.of(), Map.of());
    }

    public boolean isEmpty() {
        return people.isEmpty() && groups.isEmpty() && regrouped.isEmpty();
    }

    /**
     * One write of a group.
     *
     * @param isDeleted it is gone, and nobody is in it any more
     */
    public record Regroup(Group group, boolean isDeleted, Set<UUID> joined, Set<UUID> left) {
        public Regroup {
            joined = Set.copyOf(joined);
            left = Set.copyOf(left);
        }
    }
}
