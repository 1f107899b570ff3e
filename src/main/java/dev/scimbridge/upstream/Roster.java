package dev.scimbridge.upstream;

import java.util.List;

/**
 * One listing of the workspace.
 *
 * @param people each address once, in the order of the listing; of several entries with one address active beats an
 *     open invite, which beats an expired one, and an active sight has the uids of all active entries
 */
public record Roster(List<Sighting> people) {
    public Roster {
        people = List.copyOf(people);
    }
}
