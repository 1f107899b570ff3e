package dev.scimbridge.http.scim.write;

import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.User;
import dev.scimbridge.http.scim.read.Reads;
import dev.scimbridge.provisioning.Writes;
import java.util.concurrent.Executor;

/** Takes in all that is written of people and groups. */
public record Writings(Writing<User> users, Writing<Group> groups) {
    /**
     * Beside what is read, where the answers are looked up.
     *
     * @param answers makes answers to writes, which had to wait
     */
    public static Writings of(Reads reads, Writes<User> users, Writes<Group> groups, Executor answers) {
        return new Writings(
                new Writing<>(reads.users(), users, answers), new Writing<>(reads.groups(), groups, answers));
    }
}
