package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of what a guard keeps back: asked again, let pass, or given up. */
final class Kept {
    private final Gate gate;
    private final Register register;

    Kept(Gate gate, Register register) {
        this.gate = gate;
        this.register = register;
    }

    /** Their turn has come: the person with what was asked of them; null if the guard still minds. */
    @Nullable
    User again(Transaction tx, User user, Held held) {
        User awaited = held.until() == null ? null : tx.people().find(held.until());
        if (awaited != null && !Reissue.isDue(awaited)) {
            register.save(tx, user, user);
            return null;
        }
        Optional<Held> still = gate.still(tx, user, held);
        if (still.isPresent()) {
            Held other = still.get().askedBy(held.by());
            register.save(tx, user, other.guard().equals(held.guard()) ? user : user.holding(other));
            return null;
        }
        return pass(tx, user, held, Entry.By.BRIDGE, held.guard() + " lets it pass");
    }

    /** It is wished for from now on. */
    User pass(Transaction tx, User user, Held held, Entry.By by, String why) {
        Wish wish = Wish.of(held.desired(), register.now()).seeing(user.observation());
        User free = register.save(tx, user, user.holding(null).wishing(wish));
        record(tx, free, by, new Entry.Words(null, Words.of(held.desired()), null, null, why));
        return free;
    }

    private void record(Transaction tx, User user, Entry.By by, Entry.Words words) {
        tx.record(new Entry(register.now(), "step", by, user.id(), words));
    }
}
