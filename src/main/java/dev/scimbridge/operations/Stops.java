package dev.scimbridge.operations;

import dev.scimbridge.provisioning.Interlock;

/** {@code pause} and {@code resume}. */
public final class Stops {
    private Stops() {}

    public static Report pause(Interlock interlock, Parameters given) {
        boolean leaversPass = given.has("except-leavers");
        interlock.pause(leaversPass);
        String who = leaversPass ? "Nobody but leavers is" : "Nobody is";
        return Report.saying(who + " touched in the workspace until resume. Writes are accepted and wait.");
    }

    public static Report resume(Interlock interlock) {
        Interlock.Standing before = interlock.standing();
        interlock.resume();
        Report report = Report.saying(
                before.paused() == null
                        ? "Nothing was paused."
                        : "What has waited since " + before.paused() + " is done now.");
        return before.stopped() == null
                ? report
                : report.noting("Levers stay stopped until the plan is confirmed: " + before.stopped());
    }
}
