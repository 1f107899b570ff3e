package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Step;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.Transaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What would be done, and the word that it may be. Both are the same transaction, which for the one is taken back: so
 * what an operator reads is what happens, guards and all.
 */
public final class Plans {
    private final Store store;
    private final Directory directory;
    private final Gate gate;
    private final Register register;
    private final Regrouping regrouping;
    private final Interlock interlock;

    /** What plans are drawn with. */
    record Tools(Gate gate, Register register, Regrouping regrouping) {}

    Plans(Store store, Directory directory, Tools tools, Interlock interlock) {
        this.store = store;
        this.directory = directory;
        this.gate = tools.gate;
        this.register = tools.register;
        this.regrouping = tools.regrouping;
        this.interlock = interlock;
    }

    /** The plan as it is now. Guards are asked only where nothing is done without a confirmation. Blocks. */
    public Plan current() {
        Interlock.Standing standing = interlock.standing();
        boolean guarded = standing.shadow() || standing.stopped() != null;
        return taken(tx -> {
            throw new TakenBack(drawn(tx, guarded));
        });
    }

    /**
     * Ends what has stopped the levers, if this is the number of the plan as it is now; otherwise nothing is changed. Whom
     * a guard minds is held by it, the rest is carried out. Blocks.
     */
    public Plan confirm(int number) {
        Plan plan = taken(tx -> {
            Plan drawn = drawn(tx, true);
            if (drawn.number() != number) {
                throw new TakenBack(drawn);
            }
            interlock.lift(tx, "plan confirm " + number);
            return drawn;
        });
        interlock.lifted();
        return plan;
    }

    /** Whom the rules of account types as they are now would give something else than was last wished. Blocks. */
    public Plan reapplication() {
        return taken(tx -> {
            throw new TakenBack(reapplied(tx));
        });
    }

    /** Gives it to them, through the guards, if this is how many there are now; otherwise nothing is changed. Blocks. */
    public Plan reapply(int number) {
        Plan plan = taken(tx -> {
            Plan drawn = reapplied(tx);
            if (drawn.number() != number) {
                throw new TakenBack(drawn);
            }
            interlock.record(tx, "plan reapply " + number);
            return drawn;
        });
        interlock.lifted();
        return plan;
    }

    private Plan reapplied(Transaction tx) {
        Snapshot snapshot = directory.snapshot();
        List<UUID> concerned = new ArrayList<>();
        snapshot.people().each(user -> {
            User next = regrouping.reapplied(user, snapshot.groups().of(user.id()));
            if (user.isManaged() && !Objects.equals(user.wish(), next.wish())) {
                concerned.add(user.id());
            }
        });
        List<Plan.Line> lines = new ArrayList<>();
        for (UUID id : concerned) {
            User user = tx.people().find(id);
            if (user != null && tx.intents().find(id) == null) {
                regrouping.reapply(tx, user, Interlock.OPERATOR).ifPresent(lines::add);
            }
        }
        return new Plan(lines);
    }

    private Plan taken(Store.Work<Plan> work) {
        try {
            return AtOnce.in(store, work);
        } catch (TakenBack back) {
            return back.plan;
        }
    }

    /** Nothing of the transaction is written. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Plan plan;

        TakenBack(Plan plan) {
            super("only a plan", null, false, false);
            this.plan = plan;
        }
    }

    private Plan drawn(Transaction tx, boolean guarded) {
        List<User> due = new ArrayList<>();
        for (UUID id : candidates()) {
            User user = tx.people().find(id);
            if (user != null && isDue(user)) {
                due.add(user);
            }
        }
        due.sort(Comparator.comparingInt(User::urgency)
                .thenComparing(user -> user.identity().address()));
        if (guarded) {
            due.forEach(user -> gate.forget(tx, user));
        }
        return new Plan(due.stream().map(user -> line(tx, user, guarded)).toList());
    }

    private List<UUID> candidates() {
        List<UUID> ids = new ArrayList<>();
        directory.snapshot().people().each(user -> {
            if (isDue(user)) {
                ids.add(user.id());
            }
        });
        return ids;
    }

    private boolean isDue(User user) {
        return user.isManaged() && user.held() == null && register.plan(user) instanceof Step.Act;
    }

    private Plan.Line line(Transaction tx, User user, boolean guarded) {
        Step.Act step = (Step.Act) register.plan(user);
        Held held = guarded ? gate.afresh(tx, user).orElse(null) : null;
        if (held != null) {
            hold(tx, user, held);
        }
        return new Plan.Line(
                user.identity().address().value(),
                step.command().toString(),
                step.why(),
                held == null ? null : held.guard());
    }

    /** As it would have been held when it was asked: whoever was to leave stays, whoever was to come is not there yet. */
    private void hold(Transaction tx, User user, Held held) {
        boolean joins = user.observation().state().accountType().isEmpty();
        Wish stays = Wish.of(new Desired.Active(null, null), register.now()).seeing(user.observation());
        User base = joins || user.isDeleted() ? user : user.wishing(stays);
        register.save(tx, user, base.holding(held));
        tx.record(new Entry(register.now(), "step", Entry.By.BRIDGE, user.id(), Entry.Words.why(held.why())));
    }
}
