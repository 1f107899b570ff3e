package dev.scimbridge.provisioning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps that would be taken now if nothing were stopped, in the order in which they would be. */
public record Plan(List<Line> lines) {
    public Plan {
        lines = List.copyOf(lines);
    }

    /**
     * One step.
     *
     * @param address by which the workspace knows the person
     * @param command for instance {@code disableUser 5f0c81aa…}
     * @param guard the one that would hold it, null if none would
     */
    public record Line(
            String address,
            String command,
            String why,
            @Nullable String guard) {}

    /** What an operator says to show which plan is meant. */
    public int number() {
        return lines.size();
    }
}
