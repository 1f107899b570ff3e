package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Course;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Done;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Step;
import dev.scimbridge.lifecycle.Trace;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.provisioning.Turnstile.Stop;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.store.Claims.Claim;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The two transactions of a step: before a lever is pulled, and after. Neither calls anybody; what is to be done or told
 * when they are on disk is in their result.
 */
final class Steps {
    /** Before asking again whether an address is free. */
    private static final Duration TAKEN = Duration.ofMinutes(1);

    private final Register register;
    private final Kept kept;
    private final Turnstile turnstile;
    private final Circuit circuit;
    private final Conclusion conclusion;
    private final Reissue reissue;

    Steps(Register register, Rules rules, Turnstile turnstile, Circuit circuit, Conclusion conclusion) {
        this.register = register;
        this.kept = rules.kept;
        this.reissue = rules.reissue;
        this.turnstile = turnstile;
        this.circuit = circuit;
        this.conclusion = conclusion;
    }

    /** What a step is held to. */
    record Rules(Kept kept, Reissue reissue) {}

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
        if (user == null || tx.claims().has(id)) {
            return Next.NOTHING;
        }
        Address wanted = user.held() == null ? register.reissued(user) : null;
        if (wanted != null && intent == null) {
            return reissued(tx, user, wanted);
        }
        Held held = user.held();
        return held == null ? register.plan(user).match(new Case(tx, user, intent != null)) : released(tx, user, held);
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

    /** Somebody held: asked again whether the guard still minds. */
    private Next released(Transaction tx, User user, Held held) {
        User free = kept.again(tx, user, held);
        return free == null ? Next.NOTHING : register.plan(free).match(new Case(tx, free, false));
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
            Instant due = early ? step.from() : now.plus(Turnstile.LOOKING);
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
            Stop stop = turnstile.stopping(new Turnstile.Visitor(tx, user, step, now, isIntent));
            if (stop instanceof Stop.Later later) {
                return later(later.course(now));
            }
            if (stop instanceof Stop.Look look) {
                return look(look.step());
            }
            if (stop instanceof Stop.Hold hold) {
                return hold(hold.held());
            }
            Claim claim = new Claim(user.id(), step.command(), tx.revision(), now);
            return tx.claims().take(claim) ? Next.pull(claim) : Next.NOTHING;
        }

        private Next later(Course course) {
            if (isIntent) {
                return Next.accept(register.promote(tx, user, course));
            }
            register.save(tx, user, user, course);
            return Next.NOTHING;
        }

        private Next hold(Held held) {
            Wish stays = Wish.of(new Desired.Active(null, null), register.now()).seeing(user.observation());
            User before = tx.people().find(user.id());
            tx.intents().forget(user.id());
            User base = before == null ? user : before;
            register.save(tx, before, base.wishing(stays).holding(held));
            record(tx, base, Entry.Words.why(held.why()));
            return isIntent ? Next.refuse(Admission.told(held)) : Next.NOTHING;
        }
    }

    /** After a lever: what came of it. */
    Next conclude(Transaction tx, Claim claim, Answer<Done> answer) {
        return conclusion.conclude(tx, claim, answer);
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
            conclusion.conclude(tx, claim, new Answer.Unknown<>("the bridge stopped while it ran"));
        }
        return Next.NOTHING;
    }

    private void record(Transaction tx, User user, Entry.Words words) {
        tx.record(new Entry(register.now(), "step", Entry.By.BRIDGE, user.id(), words));
    }
}
