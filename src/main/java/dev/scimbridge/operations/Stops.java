package dev.scimbridge.operations;

import dev.scimbridge.provisioning.Interlock;
import dev.scimbridge.provisioning.Operations;

/** {@code pause}, {@code resume} and {@code people believe}. */
final class Stops {
    private Stops() {}

    static Report pause(Interlock interlock, Parameters given) {
        boolean leaversPass = given.has("except-leavers");
        interlock.pause(leaversPass);
        String who = leaversPass ? "Nobody but leavers is" : "Nobody is";
        return Report.saying(who + " touched in the workspace until resume. Writes are accepted and wait.");
    }

    static Report resume(Interlock interlock) {
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

    /** Only where a listing was not believed: said before, it would let through the next mistake. */
    static Report believe(Interlock interlock, Operations operations) {
        if (!operations.status().implausible()) {
            throw new Refusal("the last listing is believed: there is nothing to say");
        }
        interlock.said("people believe");
        operations.trustNextListing();
        return Report.saying("The next listing is taken as it is, however many it lacks.");
    }
}
