package dev.scimbridge.operations.alert;

import static dev.scimbridge.operations.alert.Cause.Kind.BRAKE_LATCHED;
import static dev.scimbridge.operations.alert.Cause.Kind.CREDENTIALS_EXPIRING;
import static dev.scimbridge.operations.alert.Cause.Kind.CREDENTIALS_REFUSED;
import static dev.scimbridge.operations.alert.Cause.Kind.FOREIGN_LEAVER;
import static dev.scimbridge.operations.alert.Cause.Kind.HELD;
import static dev.scimbridge.operations.alert.Cause.Kind.IMPLAUSIBLE_LISTING;
import static dev.scimbridge.operations.alert.Cause.Kind.LEAVER_PENDING;
import static dev.scimbridge.operations.alert.Cause.Kind.LEAVER_UNCONFIRMED;
import static dev.scimbridge.operations.alert.Cause.Kind.LEVERS_STOPPED;
import static dev.scimbridge.operations.alert.Cause.Kind.NEEDS_HAND;
import static dev.scimbridge.operations.alert.Cause.Kind.STORE_UNWRITABLE;
import static dev.scimbridge.operations.alert.Cause.Kind.WORKSPACE_UNREACHABLE;

import dev.scimbridge.directory.Brake;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Command;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Trace;
import dev.scimbridge.operations.alert.Cause.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong as things stand: a pure function. */
public final class Causes {
    /** So long a leaver may take, and so long an outage is nobody's business. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    /** So long before the credentials end. */
    static final Duration NOTICE = Duration.ofDays(14);

    private static final int NAMED = 5;

    private final Standing standing;
    private final List<Cause> on = new ArrayList<>();

    private Causes(Standing standing) {
        this.standing = standing;
    }

    /** Those that are on, of each kind one at most, the worst first. */
    public static List<Cause> of(Standing standing) {
        Causes causes = new Causes(standing);
        causes.house();
        causes.workspace();
        causes.people();
        return causes.on.stream()
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
    }

    /** Whether anything that is said of people may be said of this person, now or as time goes by. */
    static boolean mayConcern(User user) {
        State state = user.course().state();
        boolean isStuck = user.held() != null || state == State.HELD || state == State.NEEDS_HAND;
        return isStuck || (user.isLeaver() && (isWaiting(user) || !isFulfilled(user)));
    }

    private static boolean isWaiting(User user) {
        State state = user.course().state();
        return state == State.PENDING || state == State.REFUSED;
    }

    private static boolean isFulfilled(User user) {
        return user.wish() != null && user.wish().fulfilled();
    }

    private void add(Kind kind, String words) {
        on.add(new Cause(kind, words));
    }

    private void house() {
        Standing.House house = standing.house();
        if (house.unwritable() != null) {
            add(
                    STORE_UNWRITABLE,
                    "the store cannot be written, so writes are answered with 503 and nothing is changed in the"
                            + " workspace: make room on its disk, or make it writable (" + house.unwritable() + ")");
        }
        if (house.stopped() != null) {
            add(LEVERS_STOPPED, "commands to the workspace are stopped: " + house.stopped());
        }
    }

    private void workspace() {
        Standing.Workspace workspace = standing.workspace();
        if (workspace.refusing()) {
            add(
                    CREDENTIALS_REFUSED,
                    "the workspace refuses the bridge's credentials: give it new ones and start it again ("
                            + workspace.problem() + ")");
        } else if (workspace.problem() != null && isOut()) {
            add(WORKSPACE_UNREACHABLE, "no listing has come since " + lastHeard() + ": " + workspace.problem());
        }
        if (workspace.implausible()) {
            add(
                    IMPLAUSIBLE_LISTING,
                    "the last listing lacks too many people to be believed: see what happened in the workspace");
        }
        Instant expires = workspace.expires();
        if (expires != null && standing.isPast(expires.minus(NOTICE), Duration.ZERO)) {
            String verb = expires.isAfter(standing.now()) ? "expire on " : "have expired on ";
            add(CREDENTIALS_EXPIRING, "the bridge's credentials for the workspace " + verb + expires);
        }
    }

    /** A listing that cannot be taken in because the store is full is not the workspace's fault. */
    private boolean isOut() {
        return standing.house().unwritable() == null && standing.isPast(lastHeard(), PATIENCE);
    }

    private Instant lastHeard() {
        return Objects.requireNonNullElse(standing.workspace().listed(), standing.began());
    }

    private void people() {
        people(LEAVER_PENDING, this::isPending, "asked to leave, and not disabled yet after " + minutes());
        people(LEAVER_UNCONFIRMED, this::isUnconfirmed, "disabled, but no listing has shown it for " + minutes());
        people(
                FOREIGN_LEAVER,
                user -> guard(user).equals(Guards.CONNECTION),
                "asked to leave by another connection than the one they belong to, and left as they are");
        people(NEEDS_HAND, user -> user.course().state() == State.NEEDS_HAND, "wait for a hand in the workspace");
        held();
    }

    private static String minutes() {
        return PATIENCE.toMinutes() + " minutes";
    }

    private void people(Kind kind, Predicate<User> which, String words) {
        List<User> some = standing.people().stream().filter(which).toList();
        if (!some.isEmpty()) {
            add(kind, count(some) + " " + words + ": " + named(some));
        }
    }

    private void held() {
        Map<String, List<User>> byGuard = standing.people().stream()
                .filter(user ->
                        user.course().state() == State.HELD && !guard(user).equals(Guards.CONNECTION))
                .collect(Collectors.groupingBy(Causes::guard, TreeMap::new, Collectors.toList()));
        if (byGuard.isEmpty()) {
            return;
        }
        int all = byGuard.values().stream().mapToInt(List::size).sum();
        String guards = byGuard.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().size() + " (" + named(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
        add(HELD, all + (all == 1 ? " person is held: " : " people are held: ") + guards);
        List<String> brakes = byGuard.keySet().stream()
                .filter(guard -> Brake.of(guard) != null)
                .toList();
        if (!brakes.isEmpty()) {
            add(BRAKE_LATCHED, String.join(", ", brakes) + ": more is asked than an hour may have");
        }
    }

    /** Its name, or why the rules themselves keep somebody back. */
    private static String guard(User user) {
        Held held = user.held();
        return held == null ? user.course().why() : held.guard();
    }

    /** Who is armed or held waits for something else; what a shadow would do is nobody's loss. */
    private boolean isPending(User user) {
        return user.wish() != null
                && user.isLeaver()
                && isWaiting(user)
                && commanded(user) == null
                && standing.isPast(user.wish().since(), PATIENCE);
    }

    private boolean isUnconfirmed(User user) {
        Instant commanded = commanded(user);
        return user.wish() != null
                && user.isLeaver()
                && !isFulfilled(user)
                && commanded != null
                && standing.isPast(commanded, PATIENCE);
    }

    /** When a disable was answered with ok of which no listing has told yet, null if none was. */
    private static @Nullable Instant commanded(User user) {
        Trace last = user.observation().last();
        if (last == null || !(last.command() instanceof Command.Disable)) {
            return null;
        }
        return last.end().ending() == Trace.Ending.DONE ? last.end().at() : null;
    }

    private static String count(List<User> people) {
        return people.size() == 1 ? "1 person" : people.size() + " people";
    }

    /** At most five: an alert is no list. */
    private static String named(List<User> people) {
        Stream<String> some = people.stream()
                .limit(NAMED)
                .map(user -> user.identity().address().value());
        int more = people.size() - NAMED;
        return Stream.concat(some, more > 0 ? Stream.of("and " + more + " more") : Stream.empty())
                .collect(Collectors.joining(", "));
    }
}
