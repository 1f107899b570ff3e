package dev.scimbridge.http.scim.bulk;

import dev.scimbridge.scim.ScimProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The order in which operations are carried out: that of the request, except that an operation waits for those that
 * create what it refers to, and for earlier ones on the same resource. What can never be done is refused in its place.
 */
final class Agenda {
    private final List<Operation> operations;

    /** Which POST creates what. */
    private final Map<String, Integer> makers = new HashMap<>();

    /** For each operation, those that come before it. */
    private final List<Set<Integer>> needs = new ArrayList<>();

    /**
     * One operation in its turn.
     *
     * @param place in the request
     */
    record Step(int place, Operation operation) {}

    private Agenda(List<Operation> operations) {
        this.operations = new ArrayList<>(operations);
    }

    static List<Step> of(List<Operation> operations) {
        Agenda agenda = new Agenda(operations);
        agenda.findMakers();
        agenda.findNeeds();
        agenda.refuseCircles();
        agenda.keepOrderOnEachResource();
        return sorted(agenda.needs).stream()
                .map(place -> new Step(place, agenda.operations.get(place)))
                .toList();
    }

    private void findMakers() {
        for (int place = 0; place < operations.size(); place++) {
            Operation operation = operations.get(place);
            String name = operation.bulkId();
            if (operation.creates() && name != null && makers.putIfAbsent(name, place) != null) {
                refuse(place, ScimProblem.invalidValue("bulkId " + name + " is that of an earlier POST already"));
            }
        }
    }

    private void findNeeds() {
        for (int place = 0; place < operations.size(); place++) {
            Set<Integer> needed = new HashSet<>();
            for (String name : References.of(operations.get(place))) {
                Integer maker = makers.get(name);
                if (maker == null) {
                    refuse(place, ScimProblem.invalidValue("no POST of this request has the bulkId " + name));
                } else {
                    needed.add(maker);
                }
            }
            needs.add(operations.get(place).wrong() == null ? needed : new HashSet<>());
        }
    }

    /** What is part of a circle, or waits for one. RFC 7644 3.7.1 allows 409 for it. */
    private void refuseCircles() {
        Set<Integer> possible = new HashSet<>(sorted(needs));
        for (int place = 0; place < operations.size(); place++) {
            if (!possible.contains(place)) {
                refuse(place, ScimProblem.conflict("its bulkId references lead into a circle"));
                needs.get(place).clear();
            }
        }
    }

    private void keepOrderOnEachResource() {
        Map<String, Integer> last = new HashMap<>();
        for (int place = 0; place < operations.size(); place++) {
            Operation operation = operations.get(place);
            Target target = operation.creates() ? null : Target.find(operation.path());
            Integer before = target == null ? null : last.put(target.path().toLowerCase(Locale.ROOT), place);
            if (before != null) {
                needs.get(place).add(before);
            }
        }
    }

    private void refuse(int place, ScimProblem problem) {
        operations.set(place, operations.get(place).refused(problem));
    }

    /** Always the first of those whose needs are met; those in circles, and what waits for them, never come. */
    private static List<Integer> sorted(List<Set<Integer>> needs) {
        List<List<Integer>> waiting = IntStream.range(0, needs.size())
                .mapToObj(i -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        int[] unmet = new int[needs.size()];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int place = 0; place < needs.size(); place++) {
            for (int needed : needs.get(place)) {
                waiting.get(needed).add(place);
            }
            unmet[place] = needs.get(place).size();
            if (unmet[place] == 0) {
                ready.add(place);
            }
        }
        List<Integer> sorted = new ArrayList<>();
        for (Integer next = ready.poll(); next != null; next = ready.poll()) {
            sorted.add(next);
            for (int place : waiting.get(next)) {
                if (--unmet[place] == 0) {
                    ready.add(place);
                }
            }
        }
        return sorted;
    }
}
