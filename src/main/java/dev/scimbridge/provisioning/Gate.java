package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.store.Transaction;
import java.util.Objects;
import java.util.Optional;

/** The guards at the moment of a write, counted in its own transaction. */
final class Gate {
    private final Guards guards;
    private final Register register;

    Gate(Guards guards, Register register) {
        this.guards = guards;
        this.register = register;
    }

    /** Why what is newly wished must wait; empty if it may be carried out, and is then counted. */
    Optional<Held> against(Transaction tx, User before, User next) {
        Wish wish = Objects.requireNonNull(next.wish(), "a written person has a wish");
        Desired desired = wish.desired();
        if (before.isLeaver() || wish.equals(before.wish())) {
            return Optional.empty();
        }
        Count count = new Count(tx, before.id());
        boolean trips = desired.leaves() && guards.trips(count, register.now());
        Optional<Held> held = guards.against(before, desired, count, register.now());
        boolean braked =
                held.map(each -> each.guard().equals(Guards.LEAVER_BRAKE)).orElse(false);
        if (trips && braked) {
            tx.tallies().latch(Guards.LEAVER_BRAKE, register.now());
        }
        if (held.isEmpty() && desired.leaves() && before.observation().state() instanceof Observed.Active) {
            tx.tallies().count(Count.DEACTIVATION, before.id(), register.now());
        }
        return held;
    }

    /** Remembered: shown as before, done when the reason is gone. */
    User hold(Transaction tx, User before, Held held) {
        Wish stays = before.wish() == null
                ? Wish.of(new Desired.Active(null, null), register.now()).seeing(before.observation())
                : before.wish();
        return register.save(tx, before, before.wishing(stays).holding(held));
    }
}
