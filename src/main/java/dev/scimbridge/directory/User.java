package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Wish;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of one person: who they are, what was said, what is desired, what is observed.
 *
 * @param wish what is desired; null while nobody has written to them over SCIM (unmanaged)
 * @param held what a guard keeps back, null if nothing
 */
public record User(
        Identity identity,
        Said said,
        @Nullable Wish wish,
        @Nullable Held held,
        Observation observation,
        Account account,
        Course course,
        Meta meta) {

    /** How many degrees of {@link #urgency} there are. */
    public static final int URGENCIES = 3;

    public UUID id() {
        return identity.id();
    }

    public boolean isManaged() {
        return wish != null;
    }

    /** Whether a DELETE has removed them: readers do not see them, and their userName is free. */
    public boolean isDeleted() {
        return wish != null && wish.desired() instanceof Desired.Deleted;
    }

    /** Whether what is desired takes them out of the workspace. */
    public boolean isLeaver() {
        return wish != null && wish.desired().leaves();
    }

    /** Whether a guard keeps back what would take them out: remembered until that very thing is taken back. */
    public boolean isHeldToLeave() {
        return held != null && held.desired().leaves();
    }

    /** How soon they are served among those who are due: 0 a leaver, 1 a change of a present person, 2 a joiner. */
    public int urgency() {
        if (isLeaver() || isHeldToLeave()) {
            return 0;
        }
        return observation.state() instanceof Observed.Active ? 1 : 2;
    }

    public User saying(Said next) {
        return new User(identity, next, wish, held, observation, account, course, meta);
    }

    public User wishing(@Nullable Wish next) {
        return new User(identity, said, next, held, observation, account, course, meta);
    }

    public User holding(@Nullable Held next) {
        return new User(identity, said, wish, next, observation, account, course, meta);
    }

    public User observed(Observation next) {
        return new User(identity, said, wish, held, next, account, course, meta);
    }

    public User known(Account next) {
        return new User(identity, said, wish, held, observation, next, course, meta);
    }

    public User on(Course next) {
        return new User(identity, said, wish, held, observation, account, next, meta);
    }

    public User with(Meta next) {
        return new User(identity, said, wish, held, observation, account, course, next);
    }
}
