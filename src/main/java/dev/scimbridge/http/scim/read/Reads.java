package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.User;
import java.util.List;
import java.util.function.Supplier;

/** Makes the answers to all that is read of people and groups. */
public final class Reads {
    private final Reading<User> users;
    private final Reading<Group> groups;
    private final Supplier<Snapshot> directory;
    private final Listing everything;

    /**
     * Reads from a directory, which may refuse.
     *
     * @param directory everybody as of now; throws while that is not known
     */
    public Reads(Supplier<Snapshot> directory, Cursors cursors) {
        Copies copies = Copies.forThisHeap();
        Kept<User> people = new Kept<>(Kind.USERS, copies);
        Kept<Group> teams = new Kept<>(Kind.GROUPS, copies);
        this.directory = directory;
        this.users = new Reading<>(people, directory, cursors);
        this.groups = new Reading<>(teams, directory, cursors);
        this.everything = new Listing(List.of(people, teams), cursors);
    }

    public Reading<User> users() {
        return users;
    }

    public Reading<Group> groups() {
        return groups;
    }

    /** People and then groups, as one list. */
    public Answer everything(Search search) {
        return everything.answer(directory.get(), search);
    }
}
