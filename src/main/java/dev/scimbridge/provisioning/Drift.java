package dev.scimbridge.provisioning;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Wish;

/** What a listing shows that nobody here has caused: somebody has changed it in the workspace. */
final class Drift {
    private Drift() {}

    /** Whether the change from the one sight to the other was made there, and what was wished had come true before. */
    static boolean isBetween(User before, User after) {
        Observed was = before.observation().state();
        Observed is = after.observation().state();
        if (was.equals(is) || is instanceof Observed.Expired || was instanceof Observed.Unknown) {
            return false;
        }
        Wish wish = before.wish();
        if (wish == null) {
            boolean signsUp = !(was instanceof Observed.Active) && was.isPresent() && is instanceof Observed.Active;
            return !signsUp || !was.accountType().equals(is.accountType());
        }
        boolean undone = before.course().state() == State.DRIFT;
        boolean fulfilled =
                after.wish() == null ? wish.fulfilled() : after.wish().fulfilled();
        return undone || (fulfilled && !wish.desired().isMetBy(is));
    }

    /** Was, desired and by whom, in words. */
    static String words(User before) {
        Wish wish = before.wish();
        String desired = wish == null ? "nothing desired" : "desired " + Words.of(wish.desired());
        return "was " + Words.of(before.observation().state()) + ", " + desired
                + ": changed in the workspace, not by this bridge";
    }
}
