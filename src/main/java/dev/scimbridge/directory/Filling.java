package dev.scimbridge.directory;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes in all that is on record, part by part, where nothing was: what is kept of each person is made as they come, and all
 * are put in their orders once.
 */
public final class Filling {
    private final Snapshot empty;
    private final List<User> people = new ArrayList<>();
    private final List<Changes> groups = new ArrayList<>();

    Filling(Snapshot empty) {
        this.empty = empty;
    }

    /** Each person comes once. */
    public void add(Changes part) {
        part.people().forEach(user -> people.add(empty.people().kept(user)));
        groups.add(new Changes(List.of(), part.groups(), part.regrouped()));
    }

    /** With all that was added. */
    Snapshot snapshot() {
        Snapshot filled = empty.filled(people);
        for (Changes part : groups) {
            filled = filled.with(part);
        }
        return filled;
    }
}
