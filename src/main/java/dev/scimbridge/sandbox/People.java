package dev.scimbridge.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The people of the workspace. Nothing happens by a timer: whoever looks or asks first lets happen what has become due by
 * the clock, in the order in which it became due. So a clock wound by hand moves this world exactly.
 */
final class People {
    private record Late(Instant due, Command command, Consumer<Verdict> then) {}

    /** Somebody as the control door shows them. */
    record Seen(Person person, Instant since) {}

    private final Clock clock;
    private final Register register = new Register();
    private final Queue<Late> late = new PriorityQueue<>(Comparator.comparing(Late::due));
    private Knobs knobs;

    People(Options options) {
        this.clock = options.clock();
        this.knobs = options.knobs();
        Seed.fill(register, options.people());
    }

    synchronized Verdict ask(Command command) {
        return command.put(new Desk(register, knobs), caughtUp());
    }

    /** Carries the command out after the late-execution time, or never, and says then what came of it. */
    synchronized void askLate(Command command, Consumer<Verdict> then) {
        Instant now = caughtUp();
        knobs.at(Knob.LATE_EXECUTION).ifPresent(wait -> late.add(new Late(now.plus(wait), command, then)));
    }

    synchronized Roster roster() {
        return Roster.of(register.asOf(caughtUp().minus(knobs.at(Knob.LISTING_LAG))), knobs);
    }

    synchronized Seen byHand(Function<Hand, Line> deed) {
        return seen(deed.apply(new Hand(register, caughtUp())));
    }

    synchronized List<Seen> everybody() {
        caughtUp();
        return register.lines().map(People::seen).toList();
    }

    /** The uid a person of this address has, if signed up. */
    synchronized Optional<String> uidOf(String email) {
        caughtUp();
        return register.withEmail(email).stream()
                .flatMap(line -> line.person().uid().stream())
                .findFirst();
    }

    synchronized Knobs knobs() {
        return knobs;
    }

    synchronized Knobs turn(UnaryOperator<Knobs> turning) {
        caughtUp();
        knobs = turning.apply(knobs);
        return knobs;
    }

    private static Seen seen(Line line) {
        return new Seen(line.person(), line.since());
    }

    private Instant caughtUp() {
        Instant now = clock.instant();
        while (happenNext(now)) {
            // one at a time, because each may change what is due next
        }
        return now;
    }

    private boolean happenNext(Instant now) {
        Optional<Duration> patience = knobs.at(Knob.ACCEPT_AFTER);
        Optional<Line> joiner = register.longestInvited();
        Instant joining = patience.flatMap(
                        wait -> joiner.map(line -> line.since().plus(wait)))
                .orElse(Instant.MAX);
        Late call = late.peek();
        Instant calling = call == null ? Instant.MAX : call.due();
        if (call != null && !calling.isAfter(now) && !calling.isAfter(joining)) {
            late.remove();
            call.then().accept(call.command().put(new Desk(register, knobs), calling));
            return true;
        }
        if (joiner.isPresent() && !joining.isAfter(now)) {
            register.signUp(joiner.get(), joining);
            return true;
        }
        return false;
    }
}
