package dev.scimbridge.operations.alert;

import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Command;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Trace;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.operations.alert.Standing.House;
import dev.scimbridge.operations.alert.Standing.Workspace;
import java.time.Instant;
import java.util.List;

/** How things can stand. */
final class Scenery {
    static final Instant BEGAN = Instant.parse("2026-03-02T09:00:00Z");
    static final House FINE = new House(null, null);

    private Scenery() {}

    static Workspace listed(Instant at) {
        return new Workspace(null, false, at, false, null);
    }

    static Workspace broken(String problem) {
        return new Workspace(problem, false, BEGAN, false, null);
    }

    static Workspace refusing() {
        return new Workspace("HTTP 401", true, BEGAN, false, null);
    }

    static Standing standing(Instant now, Workspace workspace, User... people) {
        return new Standing(now, BEGAN, workspace, FINE, List.of(people));
    }

    static Standing people(Instant now, User... people) {
        return standing(now, listed(now), people);
    }

    /** Asked to leave at the beginning, and standing so. */
    static User leaver(String address, State state) {
        return Someone.member(address, AccountType.BUSINESS)
                .wishing(Wish.of(new Desired.Inactive(), BEGAN))
                .on(Someone.course(state));
    }

    /** The same, disabled at this moment as the workspace says. */
    static User disabled(String address, Instant at) {
        User leaver = leaver(address, State.SETTLED);
        Trace.End end = new Trace.End(Trace.Ending.DONE, null, 1, at);
        Trace trace = new Trace(new Command.Disable(Someone.uid(address)), end, false, 0, at);
        return leaver.observed(new Observation(leaver.observation().state(), true, trace));
    }
}
