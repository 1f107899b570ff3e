package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.Said;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.scim.Document;
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
        boolean waits = awaited != null && !Reissue.isDue(awaited);
        if (waits || held.guard().equals(Guards.CONNECTION)) {
            register.save(tx, user, user);
            return null;
        }
        return unlessMinded(tx, user, held, Entry.By.BRIDGE);
    }

    /** The guard that held them is out of the way; the others are asked. Null if one of them minds. */
    @Nullable
    User unlessMinded(Transaction tx, User user, Held held, Entry.By by) {
        Optional<Held> still = gate.still(tx, user, held);
        if (still.isPresent()) {
            Held other = still.get().askedBy(held.by());
            register.save(tx, user, other.guard().equals(held.guard()) ? user : user.holding(other));
            return null;
        }
        return pass(tx, user, held, by);
    }

    /** Whatever the guards say, unless it would lock everybody out: then why, and nothing is done. */
    Optional<Held> release(Transaction tx, User user, Held held, Entry.By by) {
        Optional<Held> last = gate.lockingOut(tx, user, held);
        if (last.isEmpty()) {
            pass(tx, user, held, by);
        }
        return last;
    }

    /** It is wished for from now on. */
    private User pass(Transaction tx, User user, Held held, Entry.By by) {
        Wish wish = isTakenOutMeanwhile(user, held)
                ? Wish.fulfilled(held.desired(), register.now())
                : Wish.of(held.desired(), register.now()).seeing(user.observation());
        User free = register.save(tx, user, user.holding(null).wishing(wish));
        String asked = by.equals(Entry.By.BRIDGE) ? null : "release what " + held.guard() + " holds";
        String why = by.equals(Entry.By.BRIDGE) ? held.guard() + " lets it pass" : null;
        record(tx, free, by, new Entry.Words(asked, Words.of(held.desired()), null, null, why));
        Departure.confirm(tx, user, free, register.now(), "they were not there when it was let pass");
        return free;
    }

    /** A change of somebody who was there then and whom a hand has taken out since: that is no wish to have them back. */
    private static boolean isTakenOutMeanwhile(User user, Held held) {
        Wish before = user.wish();
        return before != null
                && before.fulfilled()
                && !before.desired().leaves()
                && !held.desired().leaves()
                && user.observation().state() instanceof Observed.Gone;
    }

    /** It was never asked: the identity provider sees them as they are. */
    void reject(Transaction tx, User user, Held held, Entry.By by) {
        Document said = user.said().document();
        User left = user.holding(null);
        if (!held.desired().leaves() && user.observation().state().accountType().isEmpty()) {
            Wish never = Wish.of(new Desired.Inactive(), register.now());
            left = left.wishing(never.seeing(user.observation()));
        } else if (!held.desired().leaves()) {
            boolean renamed = register.reissued(left) != null;
            Document less = renamed
                    ? said.without("userName").without("emails")
                    : said.without("roles").without("entitlements").without("userType");
            left = left.saying(new Said(less, null, user.said().connection()));
        }
        User saved = register.save(tx, user, left);
        String asked = "reject what " + held.guard() + " holds: " + Words.of(held.desired());
        record(tx, saved, by, new Entry.Words(asked, null, null, null, null));
    }

    private void record(Transaction tx, User user, Entry.By by, Entry.Words words) {
        String kind = by.equals(Entry.By.BRIDGE) ? "step" : "operator";
        tx.record(new Entry(register.now(), kind, by, user.id(), words));
    }
}
