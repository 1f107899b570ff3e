package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Trace;
import dev.scimbridge.lifecycle.Wish;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Of whom the next listing is awaited, so that it must not be put off: it may show that a wish has come true, or that
 * there is something to be done about one.
 */
final class Awaited {
    private Awaited() {}

    static boolean isAnybody(Snapshot snapshot) {
        AtomicInteger awaited = new AtomicInteger();
        snapshot.people().each(user -> awaited.addAndGet(is(user) ? 1 : 0));
        return awaited.get() > 0;
    }

    static boolean is(User user) {
        return isOpen(user) || maySignUp(user) || isUnseen(user) || isWaitingForAnother(user);
    }

    /** No listing has shown it yet: pending, refused, armed, a change that waits for the sign-up, a leaver not seen gone. */
    private static boolean isOpen(User user) {
        Wish wish = user.wish();
        return wish != null && !wish.fulfilled();
    }

    /** Whoever must not be there and still has an invite, though it be an expired one. */
    private static boolean maySignUp(User user) {
        return user.isLeaver() && user.observation().state().isPresent();
    }

    /** No listing has shown yet what their last command did. */
    private static boolean isUnseen(User user) {
        Trace last = user.observation().last();
        return last != null && !last.looked();
    }

    /** A guard lets them pass when somebody else has signed up, or is an admin. */
    private static boolean isWaitingForAnother(User user) {
        Held held = user.held();
        return held != null && (held.until() != null || held.guard().equals(Guards.LAST_ADMIN));
    }
}
