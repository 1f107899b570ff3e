package dev.scimbridge.operations;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.provisioning.Interlock;
import dev.scimbridge.provisioning.Provisioning;

/** What stops the levers, and what would be done without. */
public final class StopCommands {
    private StopCommands() {}

    public static void addTo(Commands commands, Provisioning provisioning, Directory directory) {
        Interlock interlock = provisioning.interlock();
        commands.with(Manual.PAUSE, given -> Stops.pause(interlock, given))
                .with(Manual.RESUME, given -> Stops.resume(interlock))
                .with(Manual.PLAN, given -> Planned.shown(provisioning.plans(), interlock))
                .with(Manual.PLAN_CONFIRM, given -> Planned.confirmed(provisioning.plans(), interlock, given))
                .with(Manual.HAND, given -> ByHand.tasks(provisioning.operations()))
                .with(Manual.PLAN_REAPPLY, given -> Planned.reapplied(provisioning.plans(), given))
                .with(Manual.REPORT, given -> GoLive.report(directory.snapshot().people()))
                .with(Manual.BELIEVE, given -> Stops.believe(interlock, provisioning.operations()));
    }
}
