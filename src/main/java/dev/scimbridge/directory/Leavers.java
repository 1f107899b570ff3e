package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who are to leave, and of whom no listing has shown yet that they have. */
public final class Leavers {
    private Leavers() {}

    /**
     * One of them.
     *
     * @param since when it was asked for
     */
    public record Leaver(User user, Instant since) {}

    /** All of them, those whom a guard holds too; who waits longest first. Whoever never was in the workspace, or has only an invite, is not one. */
    public static List<Leaver> open(Snapshot snapshot) {
        List<Leaver> open = new ArrayList<>();
        snapshot.people().each(user -> {
            Instant since = since(user);
            if (since != null) {
                open.add(new Leaver(user, since));
            }
        });
        open.sort(Comparator.comparing(Leaver::since));
        return open;
    }

    private static @Nullable Instant since(User user) {
        Wish wish = user.wish();
        Held held = user.held();
        if (held != null && held.desired().leaves()) {
            return held.since();
        }
        if (wish == null || !wish.desired().leaves()) {
            return null;
        }
        Observed seen = user.observation().state();
        boolean back = seen instanceof Observed.Active;
        boolean never = seen instanceof Observed.Absent || seen instanceof Observed.Invited;
        boolean expired = seen instanceof Observed.Expired;
        return back || !(wish.fulfilled() || never || expired) ? wish.since() : null;
    }
}
