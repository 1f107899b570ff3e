package dev.scimbridge.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The failures that are still to happen. Of several that fit a call, the one planned first happens. */
final class Failures {
    static final int FOREVER = -1;

    /**
     * @param about an address or uid the call must name
     * @param times how often it is still to happen, or {@link #FOREVER}
     */
    record Plan(String way, Optional<String> operation, Optional<String> about, int times, Failure failure) {
        private boolean fits(String called, Predicate<String> naming) {
            return operation.map(called::equals).orElse(true)
                    && about.map(naming::test).orElse(true);
        }

        private Plan once() {
            return times == FOREVER ? this : new Plan(way, operation, about, times - 1, failure);
        }
    }

    private final List<Plan> plans = new ArrayList<>();

    synchronized void plan(Plan plan) {
        if (plan.times() != 0) {
            plans.add(plan);
        }
    }

    /** What goes wrong with a call of this operation; {@code naming} knows whom the call is about. */
    synchronized Optional<Failure> next(String called, Predicate<String> naming) {
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            if (plan.fits(called, naming)) {
                Plan rest = plan.once();
                if (rest.times() == 0) {
                    plans.remove(i);
                } else {
                    plans.set(i, rest);
                }
                return Optional.of(plan.failure());
            }
        }
        return Optional.empty();
    }

    synchronized List<Plan> all() {
        return List.copyOf(plans);
    }

    synchronized void reset() {
        plans.clear();
    }
}
