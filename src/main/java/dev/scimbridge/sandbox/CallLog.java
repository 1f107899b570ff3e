package dev.scimbridge.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every call that reached the workspace, from the moment it arrived. */
final class CallLog {
    static final String PENDING = "pending";

    /** How many calls of an operation arrived, and how many of them did something. */
    record Count(int attempted, int applied) {
        Count and(Call call) {
            return new Count(attempted + 1, applied + (call.applied() ? 1 : 0));
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private int first;

    synchronized int arrived(Instant at, Request request) {
        int number = first + calls.size();
        calls.add(new Call(number, at, request.operation(), request.arguments(), PENDING, false));
        return number;
    }

    /** A call forgotten in the meantime stays forgotten. */
    synchronized void answered(int number, String words) {
        if (number >= first) {
            Call call = calls.get(number - first);
            calls.set(
                    number - first,
                    new Call(number, call.at(), call.operation(), call.arguments(), words, call.applied()));
        }
    }

    synchronized void applied(int number) {
        if (number >= first) {
            Call call = calls.get(number - first);
            calls.set(
                    number - first,
                    new Call(number, call.at(), call.operation(), call.arguments(), call.answered(), true));
        }
    }

    synchronized List<Call> all() {
        return List.copyOf(calls);
    }

    synchronized Map<String, Count> counts() {
        Map<String, Count> counts = new TreeMap<>();
        calls.forEach(call -> counts.merge(call.operation(), new Count(0, 0).and(call), (one, other) -> one.and(call)));
        return counts;
    }

    synchronized void forget() {
        first += calls.size();
        calls.clear();
    }
}
