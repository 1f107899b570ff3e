package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Brake;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Guards.Plea;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.store.Transaction;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The guards at the moment of a write, counted in its own transaction. */
final class Gate {
    private final Guards guards;
    private final Register register;

    Gate(Guards guards, Register register) {
        this.guards = guards;
        this.register = register;
    }

    /** Why what is newly wished must wait; empty if it may be carried out, and is then counted. */
    Optional<Held> against(Transaction tx, @Nullable User before, User next) {
        Set<Brake> brakes = newly(before, next);
        if (brakes.isEmpty()) {
            return Optional.empty();
        }
        Desired desired = desired(next);
        return asked(tx, new Plea(next, desired, brakes, since(before, desired)));
    }

    /** Who asks once more for what is held has asked before. */
    private Instant since(@Nullable User before, Desired desired) {
        Held held = before == null ? null : before.held();
        return held == null || !held.desired().equals(desired) ? register.now() : held.since();
    }

    /** The address to which this write newly makes an invite due; null if to none. */
    @Nullable
    Address inviting(@Nullable User before, User next) {
        Observed state = next.observation().state();
        boolean back = before != null && before.isLeaver() && !next.isLeaver() && state instanceof Observed.Expired;
        if (!back && !newly(before, next).contains(Brake.INVITATION)) {
            return null;
        }
        Address renamed = register.reissued(next);
        return renamed != null && state.isPresent() ? renamed : next.identity().address();
    }

    /** Somebody held: why they still must wait; empty if it may be carried out now, and is then counted. */
    Optional<Held> still(Transaction tx, User user, Held held) {
        Set<Brake> brakes = register.brakes(user, held.desired());
        return asked(tx, new Plea(user, held.desired(), brakes, held.since()));
    }

    /** The same, of somebody whom an operator lets pass: only whether it would lock everybody out. */
    Optional<Held> lockingOut(Transaction tx, User user, Held held) {
        return guards.lastAdmin(Plea.of(user, held.desired(), held.since()), new Count(tx, user.id()));
    }

    private Optional<Held> asked(Transaction tx, Plea plea) {
        Instant now = register.now();
        Count count = new Count(tx, plea.user().id());
        Optional<Held> held = guards.against(plea, count, now);
        if (held.isPresent()) {
            Brake brake = Brake.of(held.get().guard());
            if (brake != null) {
                tx.tallies().latch(brake.guard(), now);
            }
            return held;
        }
        for (Brake brake : plea.brakes()) {
            if (!Guards.isReleased(brake, plea.since(), count)) {
                tx.tallies().count(brake.tally(), plea.user().id(), now);
            }
        }
        return held;
    }

    /** The same for what was wished long ago, as if it were asked now. */
    Optional<Held> afresh(Transaction tx, User user) {
        return against(tx, user.wishing(null).holding(null), user);
    }

    /** Has not been counted yet. */
    void forget(Transaction tx, User user) {
        for (Brake brake : Brake.values()) {
            tx.tallies().forget(brake.tally(), user.id());
        }
    }

    /** What this write would be counted as, less what was wished already and has been let through. */
    private Set<Brake> newly(@Nullable User before, User next) {
        Set<Brake> brakes = register.brakes(next, desired(next));
        if (before == null) {
            return brakes;
        }
        if (next.held() != null || (before.isLeaver() && next.isLeaver())) {
            return Set.of();
        }
        Wish had = before.held() == null ? before.wish() : null;
        if (had != null && (!had.fulfilled() || had.equals(next.wish()))) {
            brakes.removeAll(register.brakes(before, had.desired()));
        }
        return brakes;
    }

    private static Desired desired(User user) {
        return Objects.requireNonNull(user.wish(), "a written person has a wish")
                .desired();
    }

    /** Remembered: what was asked is done when the reason is gone. Who is not there yet is shown as they will be. */
    User hold(Transaction tx, @Nullable User before, User next, Held held) {
        boolean joins =
                !next.isLeaver() && next.observation().state().accountType().isEmpty();
        if (before == null || joins) {
            return register.save(tx, before, next.holding(held));
        }
        Wish had = before.wish();
        boolean stays = had != null && (next.isLeaver() || !had.desired().leaves());
        Wish wish = stays
                ? had
                : Wish.of(new Desired.Active(null, null), register.now()).seeing(before.observation());
        return register.save(
                tx, before, before.saying(next.said()).wishing(wish).holding(held));
    }
}
