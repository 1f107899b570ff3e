package dev.scimbridge.operations;

import dev.scimbridge.provisioning.Interlock;
import dev.scimbridge.provisioning.Provisioning;

/** What stops the levers, and what would be done without. */
public final class StopCommands {
    private StopCommands() {}

    public static void addTo(Commands commands, Provisioning provisioning) {
        Interlock interlock = provisioning.interlock();
        commands.with(Manual.PAUSE, given -> Stops.pause(interlock, given))
                .with(Manual.RESUME, given -> Stops.resume(interlock))
                .with(Manual.PLAN, given -> Planned.shown(provisioning.plans(), interlock))
                .with(Manual.PLAN_CONFIRM, given -> Planned.confirmed(provisioning.plans(), interlock, given))
                .with(Manual.HAND, given -> ByHand.tasks(provisioning.operations()));
    }
}
