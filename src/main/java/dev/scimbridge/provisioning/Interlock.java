package dev.scimbridge.provisioning;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Step;
import dev.scimbridge.provisioning.Turnstile.Stop;
import dev.scimbridge.provisioning.Turnstile.Visitor;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Facts;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an operator, or prudence, has stopped: all levers, those of leavers excepted or not. Durable, and read in the
 * transaction that would pull one; so nothing is pulled after a pause has been answered, but for what was on its way.
 */
public final class Interlock {
    static final Entry.By OPERATOR = new Entry.By("operator", null);

    private static final String PAUSED = "paused";
    private static final String STOPPED = "stopped";
    private static final String MODE = "mode";
    private static final String ALL = "all";
    private static final String BUT_LEAVERS = "all-but-leavers";

    /** Whoever rests because of a stop is woken at its end; should that be missed, they ask by themselves. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Store store;
    private final Supplier<Instant> clock;
    private final Runnable wake;
    private volatile Standing standing = Standing.FREE;

    Interlock(Store store, Supplier<Instant> clock, Runnable wake) {
        this.store = store;
        this.clock = clock;
        this.wake = wake;
    }

    /** Why levers are stopped. */
    private enum Cause {
        SHADOW,
        RESTORED,
        FOREIGN
    }

    /**
     * How a bridge begins.
     *
     * @param shadow no lever is pulled; what would be is written down
     * @param doubt why the store may not be the one that ran last, null if it is
     */
    public record Opening(boolean shadow, @Nullable String doubt) {
        public static final Opening LIVE = new Opening(false, null);
    }

    /**
     * What is stopped.
     *
     * @param shadow whether levers are never pulled in this run
     * @param paused since when an operator has paused them, null if nobody has
     * @param leaversPass whether the pause leaves leavers out
     * @param stopped why they are stopped until an operator confirms the plan, null if they are not
     * @param foreign whether because this does not look like the workspace that the store knows
     */
    public record Standing(
            boolean shadow,
            @Nullable Instant paused,
            boolean leaversPass,
            @Nullable String stopped,
            boolean foreign) {
        static final Standing FREE = new Standing(false, null, false, null, false);

        /** What an operator ought to be reminded of, null if levers are pulled; a shadow is meant to pull none. */
        public @Nullable String words() {
            if (stopped != null) {
                return "until an operator confirms the plan: " + stopped;
            }
            String whom = leaversPass ? "all but leavers" : "all changes";
            return paused == null ? null : "an operator has paused " + whom + " at " + paused;
        }
    }

    /** As of the last commit that changed it. */
    public Standing standing() {
        return standing;
    }

    private Standing read(Facts facts) {
        String paused = text(facts, PAUSED);
        Instant since = paused == null ? null : Instant.parse(paused.substring(paused.indexOf(' ') + 1));
        boolean leaversPass = paused != null && paused.startsWith(BUT_LEAVERS + " ");
        Map<Cause, String> causes = causes(facts);
        String stopped = causes.isEmpty() ? null : String.join("; ", causes.values());
        return new Standing(standing.shadow, since, leaversPass, stopped, causes.containsKey(Cause.FOREIGN));
    }

    private static @Nullable String text(Facts facts, String name) {
        String text = facts.find(name);
        return text == null || text.isEmpty() ? null : text;
    }

    /** What keeps this step from its lever; null if nothing does. */
    @Nullable
    Stop stopping(Visitor visitor) {
        if (standing.shadow) {
            return new Stop.Later(State.SHADOW, Words.wouldBe(visitor.step()), null);
        }
        Standing now = read(visitor.tx().facts());
        if (now.stopped != null) {
            return later("levers are stopped until an operator confirms the plan: " + now.stopped, visitor);
        }
        if (now.paused != null && !(now.leaversPass && visitor.user().isLeaver())) {
            return later("an operator has paused all changes; it is done at resume", visitor);
        }
        return null;
    }

    private static Stop later(String why, Visitor visitor) {
        return new Stop.Later(State.PENDING, why, visitor.now().plus(AGAIN));
    }

    /** A step that would have been taken is written down once, however often it is asked about. */
    void note(Transaction tx, User user, Stop.Later stop) {
        boolean known =
                user.course().state() == State.SHADOW && user.course().why().equals(stop.why());
        if (stop.state() == State.SHADOW && !known) {
            tx.record(new Entry(clock.get(), "shadow", Entry.By.BRIDGE, user.id(), Entry.Words.why(stop.why())));
        }
    }

    /** Whether a course is that of a step which is not taken because this is a shadow, and still the same step. */
    static boolean isShadowOf(User user, Step.Act step) {
        return user.course().state() == State.SHADOW && user.course().why().equals(Words.wouldBe(step));
    }

    /** At the start, before anything else. */
    void begin(Opening opening) {
        standing = new Standing(opening.shadow, null, false, null, false);
        change(tx -> {
            String before = tx.facts().find(MODE);
            tx.facts().put(MODE, opening.shadow ? "shadow" : "live");
            if (!opening.shadow && "shadow".equals(before)) {
                stop(tx, Cause.SHADOW, "it ran as a shadow until now");
            }
            if (opening.doubt != null) {
                stop(tx, Cause.RESTORED, opening.doubt);
            }
        });
    }

    /** This is not the workspace that the store knows. Blocks. */
    void foreign(String why) {
        change(tx -> stop(tx, Cause.FOREIGN, why));
    }

    /** Stops all levers until an operator confirms the plan; a further reason is added to those there are. */
    private void stop(Transaction tx, Cause cause, String why) {
        Map<Cause, String> causes = causes(tx.facts());
        if (causes.put(cause, why) == null) {
            Entry.Words words = Entry.Words.why("levers are stopped: " + why);
            tx.record(new Entry(clock.get(), "stop", Entry.By.BRIDGE, null, words));
        }
        String lines = causes.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining("\n"));
        tx.facts().put(STOPPED, lines);
    }

    private static Map<Cause, String> causes(Facts facts) {
        Map<Cause, String> causes = new EnumMap<>(Cause.class);
        String lines = text(facts, STOPPED);
        if (lines != null) {
            lines.lines().forEach(line -> {
                int space = line.indexOf(' ');
                causes.put(Cause.valueOf(line.substring(0, space)), line.substring(space + 1));
            });
        }
        return causes;
    }

    /** Ends all stops, in the transaction of a plan that is confirmed. */
    void lift(Transaction tx, String asked) {
        tx.facts().put(STOPPED, "");
        record(tx, asked);
    }

    /** That transaction is on disk, or was taken back. */
    void lifted() {
        change(tx -> {});
        wake.run();
    }

    /** Stops all levers until {@link #resume}. What is on its way to the workspace is not called back. Blocks. */
    public void pause(boolean leaversPass) {
        change(tx -> {
            tx.facts().put(PAUSED, (leaversPass ? BUT_LEAVERS : ALL) + " " + clock.get());
            record(tx, leaversPass ? "pause, leavers excepted" : "pause");
        });
        wake.run();
    }

    /** An operator has said something that is not kept otherwise. Blocks. */
    public void said(String asked) {
        change(tx -> record(tx, asked));
    }

    /** Ends a pause: whoever waited is served at once. Blocks. */
    public void resume() {
        change(tx -> {
            tx.facts().put(PAUSED, "");
            record(tx, "resume");
        });
        wake.run();
    }

    void record(Transaction tx, String asked) {
        Entry.Words words = new Entry.Words(asked, null, null, null, null);
        tx.record(new Entry(clock.get(), "operator", OPERATOR, null, words));
    }

    private interface Change {
        void in(Transaction tx);
    }

    private void change(Change change) {
        standing = AtOnce.in(store, tx -> {
            change.in(tx);
            return read(tx.facts());
        });
    }
}
