package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Course;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Command;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Done;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Step;
import dev.scimbridge.lifecycle.Trace;
import dev.scimbridge.lifecycle.Trace.Ending;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.store.Claims.Claim;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The two transactions of a step: before a lever is pulled, and after. Neither calls anybody; what is to be done or told
 * when they are on disk is in their result.
 */
final class Steps {
    /** How long a wish that waits for a look stays quiet by itself; the look, when it comes, wakes it. */
    private static final Duration LOOKING = Duration.ofSeconds(30);

    /** Before asking again whether an address is free. */
    private static final Duration TAKEN = Duration.ofMinutes(1);

    /** Between two commands that each take an admin away. */
    private static final Duration ADMIN_AGAIN = Duration.ofSeconds(1);

    private final Register register;
    private final Guards guards;
    private final Sight sight;
    private final Circuit circuit;
    private final Ends ends;
    private final Reissue reissue;

    /** What listings have shown so far. */
    interface Sight {
        /** When the last believed listing was asked for; {@link Instant#MIN} if there was none. */
        Instant asOf();

        /** Whether the last listing lacks so many people that nothing may rest on an absence. */
        boolean isImplausible();
    }

    Steps(Register register, Rules rules, Sight sight, Circuit circuit, Ends ends) {
        this.register = register;
        this.guards = rules.guards;
        this.reissue = rules.reissue;
        this.sight = sight;
        this.circuit = circuit;
        this.ends = ends;
    }

    /** What a step is held to. */
    record Rules(Guards guards, Reissue reissue) {}

    /**
     * What a transaction leaves to be done.
     *
     * @param claim pull this lever
     * @param look ask for a listing
     * @param again decide again: there is more to do at once
     * @param accepted tell the write that waits for this person that it stands
     * @param refused tell it that it does not
     */
    record Next(
            @Nullable Claim claim,
            boolean look,
            boolean again,
            @Nullable User accepted,
            @Nullable ScimProblem refused) {
        static final Next NOTHING = new Next(null, false, false, null, null);

        static Next pull(Claim claim) {
            return new Next(claim, false, false, null, null);
        }

        static Next looking() {
            return new Next(null, true, false, null, null);
        }

        static Next accept(@Nullable User user) {
            return new Next(null, false, false, user, null);
        }

        static Next refuse(ScimProblem problem) {
            return new Next(null, false, false, null, problem);
        }
    }

    /** Before a lever: what is the step, and may it be taken. */
    Next decide(Transaction tx, UUID id) {
        User intent = tx.intents().find(id);
        User user = intent == null ? tx.people().find(id) : intent;
        if (user == null || isClaimed(tx, id)) {
            return Next.NOTHING;
        }
        Address wanted = user.held() == null ? register.reissued(user) : null;
        if (wanted != null && intent == null) {
            return reissued(tx, user, wanted);
        }
        Case at = new Case(tx, user, intent != null);
        return user.held() == null ? register.plan(user).match(at) : released(at, user.held());
    }

    /** A changed address that is somebody else's stays a wish until it is free. */
    private Next reissued(Transaction tx, User user, Address wanted) {
        User moved = reissue.split(tx, user, wanted);
        if (!moved.equals(user)) {
            return register.plan(moved).match(new Case(tx, moved, false));
        }
        Instant now = register.now();
        String why = wanted + " belongs to somebody else";
        register.save(tx, user, user, new Course(State.NEEDS_HAND, why, now, now.plus(TAKEN)));
        return Next.NOTHING;
    }

    private static boolean isClaimed(Transaction tx, UUID id) {
        return tx.claims().open().stream().anyMatch(claim -> claim.person().equals(id));
    }

    /** Somebody held: asked again whether the guard still minds. */
    private Next released(Case at, Held held) {
        User awaited = held.until() == null ? null : at.tx.people().find(held.until());
        if (awaited != null && !Reissue.isDue(awaited)) {
            register.save(at.tx, at.user, at.user);
            return Next.NOTHING;
        }
        Instant now = register.now();
        Count count = new Count(at.tx, at.user.id());
        Optional<Held> still = guards.against(at.user, held.desired(), count, now);
        if (still.isPresent()) {
            register.save(at.tx, at.user, at.user);
            return Next.NOTHING;
        }
        if (held.desired().leaves()) {
            at.tx.tallies().count(Count.DEACTIVATION, at.user.id(), now);
        }
        Wish wish = Wish.of(held.desired(), now).seeing(at.user.observation());
        User free = register.save(at.tx, at.user, at.user.holding(null).wishing(wish));
        record(
                at.tx,
                free,
                new Entry.Words(null, Words.of(held.desired()), null, null, held.guard() + " lets it pass"));
        return register.plan(free).match(new Case(at.tx, free, false));
    }

    /** The step of one person, in one transaction. */
    private final class Case implements Step.Cases<Next> {
        private final Transaction tx;
        private final User user;
        private final boolean isIntent;

        Case(Transaction tx, User user, boolean isIntent) {
            this.tx = tx;
            this.user = user;
            this.isIntent = isIntent;
        }

        @Override
        public Next rest(Step.Rest step) {
            if (isIntent && step.state() == State.REFUSED) {
                return refused(step.why());
            }
            if (isIntent) {
                return Next.accept(register.promote(tx, user));
            }
            register.settle(tx, user);
            return Next.NOTHING;
        }

        /** A definite no within the write's own wait: told. A leaver's wish stays all the same. */
        private Next refused(String why) {
            Trace last = user.observation().last();
            String words = last == null || last.end().words() == null
                    ? why
                    : last.end().words();
            record(tx, user, new Entry.Words(null, null, null, words, "refused, and told"));
            ScimProblem told = ScimProblem.invalidValue("the workspace refused: " + words);
            if (user.isLeaver()) {
                register.promote(tx, user);
                return Next.refuse(told);
            }
            tx.intents().forget(user.id());
            User before = tx.people().find(user.id());
            if (before != null) {
                // What was seen on the way is true whatever becomes of the wish.
                register.save(tx, before, before.observed(user.observation().retrying()));
            }
            return Next.refuse(told);
        }

        @Override
        public Next look(Step.Look step) {
            Instant now = register.now();
            boolean early = step.from().isAfter(now);
            if (isIntent) {
                return early || circuit.isDown() ? Next.accept(register.promote(tx, user)) : Next.looking();
            }
            Instant due = early ? step.from() : now.plus(LOOKING);
            register.save(tx, user, user, new Course(State.PENDING, step.why(), now, due));
            return early ? Next.NOTHING : Next.looking();
        }

        @Override
        public Next act(Step.Act step) {
            Trace last = user.observation().last();
            if (isIntent && last != null && last.isRefusal() && last.command().equals(step.command())) {
                return refused(step.why());
            }
            Instant now = register.now();
            Instant paused = circuit.pausedUntil();
            if (paused.isAfter(now)) {
                return later("the workspace cannot be used now: " + circuit.words(), paused);
            }
            if (step.command() instanceof Command.Invite && sight.isImplausible()) {
                return later("the last listing lacks too many people to be believed", now.plus(LOOKING));
            }
            if (takesAnAdmin(step.command())) {
                Next wait = guardedAdmin();
                if (wait != null) {
                    return wait;
                }
            }
            Claim claim = new Claim(user.id(), step.command(), tx.revision(), now);
            return tx.claims().take(claim) ? Next.pull(claim) : Next.NOTHING;
        }

        private Next later(String why, Instant due) {
            if (isIntent) {
                return Next.accept(register.promote(tx, user));
            }
            register.save(tx, user, user, new Course(State.PENDING, why, register.now(), due));
            return Next.NOTHING;
        }

        private boolean takesAnAdmin(Command command) {
            return user.observation().state() instanceof Observed.Active account
                    && account.type().equals(AccountType.ADMIN)
                    && !(command instanceof Command.Invite);
        }

        /** One admin at a time, on a listing asked for after the wish, and never the last. Null if it may go ahead. */
        private @Nullable Next guardedAdmin() {
            Wish wish = user.wish();
            if (wish == null || sight.asOf().isBefore(wish.since())) {
                return look(new Step.Look(register.now(), "looking who else is an admin, before one is taken away"));
            }
            boolean another =
                    tx.claims().open().stream().anyMatch(claim -> !(claim.command() instanceof Command.Invite));
            if (another) {
                return isIntent
                        ? Next.looking()
                        : later("one admin at a time", register.now().plus(ADMIN_AGAIN));
            }
            Optional<Held> held = guards.atLever(user, wish.desired(), new Count(tx, user.id()), register.now());
            return held.map(this::hold).orElse(null);
        }

        private Next hold(Held held) {
            Wish stays = Wish.of(new Desired.Active(null, null), register.now()).seeing(user.observation());
            User before = tx.people().find(user.id());
            tx.intents().forget(user.id());
            User base = before == null ? user : before;
            register.save(tx, before, base.wishing(stays).holding(held));
            record(tx, base, Entry.Words.why(held.why()));
            return isIntent ? Next.refuse(ScimProblem.conflict(held.why() + ". It is kept as held.")) : Next.NOTHING;
        }
    }

    /** After a lever: what came of it. */
    Next conclude(Transaction tx, Claim claim, Answer<Done> answer) {
        tx.claims().drop(claim.person());
        User intent = tx.intents().find(claim.person());
        User user = intent == null ? tx.people().find(claim.person()) : intent;
        if (user == null) {
            return Next.NOTHING;
        }
        Trace trace = ends.of(claim, user, answer, tx.revision(), register.now());
        Ending ending = trace.end().ending();
        User next = concluded(user, trace);
        record(tx, next, new Entry.Words(null, null, claim.command().toString(), Ends.words(trace), null));
        boolean told = intent != null && ending == Ending.REFUSED && !circuit.isRefusingEverybody();
        if (told) {
            tx.intents().put(next);
            return Next.looking();
        }
        User saved = intent == null ? register.save(tx, user, next) : register.promote(tx, next);
        Instant due = saved.course().due();
        boolean again = due != null && !due.isAfter(register.now());
        return new Next(null, false, again, intent == null ? null : saved, null);
    }

    private User concluded(User user, Trace trace) {
        Observation observation = user.observation().ended(trace);
        Wish wish = user.wish();
        if (wish == null) {
            return user.observed(observation);
        }
        boolean done = trace.end().ending() == Ending.DONE;
        Wish had = done ? wish.having(trace.command(), trace.end().at()) : wish;
        return user.observed(observation).wishing(had.seeing(observation));
    }

    /** A write that has waited long enough stands. */
    Next promote(Transaction tx, UUID id) {
        User intent = tx.intents().find(id);
        return intent == null ? Next.NOTHING : Next.accept(register.promote(tx, intent));
    }

    /** At start: what was waiting stands, and what was in flight is in doubt. */
    Next recover(Transaction tx) {
        for (User intent : tx.intents().all()) {
            register.promote(tx, intent);
        }
        for (Claim claim : tx.claims().open()) {
            conclude(tx, claim, new Answer.Unknown<>("the bridge stopped while it ran"));
        }
        return Next.NOTHING;
    }

    private void record(Transaction tx, User user, Entry.Words words) {
        tx.record(new Entry(register.now(), "step", Entry.By.BRIDGE, user.id(), words));
    }
}
