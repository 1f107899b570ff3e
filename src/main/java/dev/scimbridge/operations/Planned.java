package dev.scimbridge.operations;

import dev.scimbridge.provisioning.Interlock;
import dev.scimbridge.provisioning.Plan;
import dev.scimbridge.provisioning.Plans;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code plan}, {@code plan confirm} and {@code plan reapply}. */
final class Planned {
    private static final List<String> COLUMNS = List.of("address", "step", "why", "held by");

    private Planned() {}

    static Report shown(Plans plans, Interlock interlock) {
        Plan plan = plans.current();
        Interlock.Standing standing = interlock.standing();
        Report report = table(plan.number() + " steps would be taken now", plan);
        String back = keptBack(standing, plan);
        return back == null ? report : report.noting(back);
    }

    private static @Nullable String keptBack(Interlock.Standing standing, Plan plan) {
        if (standing.shadow()) {
            return "This is a shadow: nothing is done. Start it with mode live, and confirm the plan then.";
        }
        if (standing.stopped() != null) {
            return "Levers are stopped: " + standing.stopped() + ". If the plan is right: scim-bridge plan confirm "
                    + plan.number();
        }
        return standing.paused() == null ? null : "An operator has paused them since " + standing.paused() + ".";
    }

    static Report confirmed(Plans plans, Interlock interlock, Parameters given) {
        Interlock.Standing standing = interlock.standing();
        if (standing.stopped() == null) {
            throw new Refusal(
                    standing.shadow()
                            ? "this bridge runs as a shadow: start it with mode live, and confirm the plan then"
                            : "nothing waits for a confirmation");
        }
        int number = number(given.need("number"));
        Plan plan = plans.confirm(number);
        if (plan.number() != number) {
            throw new Refusal("the plan has " + plan.number() + " steps now, not " + number
                    + ": look at it again (scim-bridge plan)");
        }
        return table("Confirmed: " + plan.number() + " steps", plan);
    }

    static Report reapplied(Plans plans, Parameters given) {
        String confirm = given.find("confirm");
        if (confirm == null) {
            Plan plan = plans.reapplication();
            return table(plan.number() + " people would be given something else", plan)
                    .noting("If that is right: scim-bridge plan reapply --confirm " + plan.number());
        }
        int number = number(confirm);
        Plan plan = plans.reapply(number);
        if (plan.number() != number) {
            throw new Refusal("it would be " + plan.number() + " people now, not " + number
                    + ": look at it again (scim-bridge plan reapply)");
        }
        return table("Reapplied to " + plan.number() + " people", plan);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refusal(text + " is not a number");
        }
    }

    private static Report table(String headline, Plan plan) {
        Map<String, Long> held = plan.lines().stream()
                .map(Plan.Line::guard)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(guard -> guard, TreeMap::new, Collectors.counting()));
        List<List<String>> rows = plan.lines().stream()
                .map(line -> List.of(
                        line.address(), line.command(), line.why(), Objects.requireNonNullElse(line.guard(), "")))
                .toList();
        String[] notes = held.entrySet().stream()
                .map(each ->
                        each.getValue() + " of them are beyond what " + each.getKey() + " lets pass: they are held")
                .toArray(String[]::new);
        return Report.table(headline, COLUMNS, rows).noting(notes);
    }
}
