package dev.scimbridge.operations.alert;

import dev.scimbridge.directory.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How things stand at one moment.
 *
 * @param began when this process did
 * @param people those of whom something may have to be said, the deleted too
 */
public record Standing(Instant now, Instant began, Workspace workspace, House house, List<User> people) {
    /**
     * The workspace's side.
     *
     * @param problem what is wrong, null if nothing
     * @param refusing whether what it said last of our credentials is no
     * @param listed when the last believed listing was asked for, null if there was none since the start
     * @param implausible whether the last listing lacks too many people to be believed
     * @param expires when the credentials end, null if that is not known
     */
    public record Workspace(
            @Nullable String problem,
            boolean refusing,
            @Nullable Instant listed,
            boolean implausible,
            @Nullable Instant expires) {}

    /**
     * Our side.
     *
     * @param unwritable why nothing can be written, null while it can be
     * @param stopped why no lever is pulled, null unless somebody or something has stopped them
     */
    public record House(
            @Nullable String unwritable, @Nullable String stopped) {}

    /** Whether so much time has passed since that moment. */
    boolean isPast(Instant moment, Duration patience) {
        return !moment.plus(patience).isAfter(now);
    }

    /** Whether it is known by now how the workspace is: right after a start nothing has been heard of it. */
    boolean isInformed() {
        return workspace.listed != null || workspace.problem != null || workspace.implausible;
    }
}
