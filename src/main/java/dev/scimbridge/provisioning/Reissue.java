package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Account;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.Identity;
import dev.scimbridge.directory.Meta;
import dev.scimbridge.directory.Said;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * {@code rename: reissue}. The person keeps their id and starts again at the new address; what they had at the former one
 * becomes a record of its own, which is to be deleted once they have signed up.
 */
final class Reissue {
    static final String GUARD = "reissue";

    private final Register register;
    private final UUID namespace;

    Reissue(Register register, UUID namespace) {
        this.register = register;
        this.namespace = namespace;
    }

    /** The person at the new address; the same person if somebody else has it. */
    User split(Transaction tx, User user, Address wanted) {
        Instant now = register.now();
        List<User> there = tx.people().at(wanted);
        Wish wish = user.wish();
        if (wish == null || there.stream().anyMatch(each -> !each.isDeleted())) {
            return user;
        }
        int generation = there.isEmpty() ? 0 : there.get(0).identity().generation() + 1;
        User anew = new User(
                new Identity(user.id(), generation, wanted),
                user.said(),
                Wish.of(wish.desired(), now),
                null,
                Observation.ABSENT,
                Account.NONE,
                user.course(),
                user.meta());
        User moved = register.save(tx, user, anew);
        register.save(tx, null, former(tx, user, wanted, now));
        String why = user.identity().address() + " is disabled once " + wanted + " has signed up";
        tx.record(new Entry(now, "step", Entry.By.BRIDGE, user.id(), Entry.Words.why(why)));
        return moved;
    }

    private User former(Transaction tx, User user, Address wanted, Instant now) {
        Address address = user.identity().address();
        int latest = tx.people().at(address).stream()
                .mapToInt(each -> each.identity().generation())
                .max()
                .orElse(user.identity().generation());
        Held held = new Held(new Desired.Deleted(), GUARD, "it goes once " + wanted + " has signed up", now, user.id());
        return new User(
                Minting.mint(
                        tx, namespace, address, Math.max(latest, user.identity().generation()) + 1),
                new Said(Said.NOTHING.document(), null, user.said().connection()),
                Wish.of(new Desired.Active(null, null), now).seeing(user.observation()),
                held,
                user.observation(),
                user.account(),
                user.course(),
                new Meta(0, 0, 0, now, now));
    }

    /** Whether the former account of this person may go: they have signed up at the new address, or are to leave. */
    static boolean isDue(User person) {
        return person.isLeaver() || person.observation().state() instanceof Observed.Active;
    }
}
