package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** To whom people belong, for an operator. Every call blocks until it is on disk. */
public final class Connections {
    private final Directory directory;
    private final Parts parts;
    private final Kept kept;
    private final Register register;

    Connections(Directory directory, Parts parts, Kept kept, Register register) {
        this.directory = directory;
        this.parts = parts;
        this.kept = kept;
        this.register = register;
    }

    /**
     * How many belong to one connection.
     *
     * @param held of how many another connection has asked what is not done
     */
    public record Count(int people, int held) {
        Count plus(User user) {
            boolean disputed = user.held() != null && user.held().guard().equals(Guards.CONNECTION);
            return new Count(people + 1, held + (disputed ? 1 : 0));
        }
    }

    /** By their names, in order. */
    public Map<String, Count> all() {
        Map<String, Count> all = new TreeMap<>();
        directory.snapshot().people().each(user -> {
            String owner = user.said().connection();
            if (owner != null && !user.isDeleted()) {
                all.put(owner, all.getOrDefault(owner, new Count(0, 0)).plus(user));
            }
        });
        return all;
    }

    /**
     * From now on they belong to the other; what that one has asked and is held is done, unless another guard minds.
     *
     * @param person null for everybody
     * @return how many have changed hands
     */
    public int handover(String from, String to, @Nullable UUID person) {
        Predicate<User> who = user -> from.equals(user.said().connection())
                && (person == null || user.id().equals(person));
        List<UUID> people = new ArrayList<>();
        directory.snapshot().people().each(user -> {
            if (who.test(user)) {
                people.add(user.id());
            }
        });
        return parts.each(people, (tx, id) -> handover(tx, id, who, to));
    }

    private boolean handover(Transaction tx, UUID id, Predicate<User> who, String to) {
        User intent = tx.intents().find(id);
        if (intent != null) {
            tx.intents().put(Drafts.belonging(intent, to));
        }
        User user = tx.people().find(id);
        if (user == null || !who.test(user)) {
            return false;
        }
        Held held = user.held();
        boolean disputed = held != null && held.guard().equals(Guards.CONNECTION);
        User moved = Drafts.belonging(user, to);
        if (held == null || !disputed) {
            register.save(tx, user, moved);
        } else if (to.equals(held.by())) {
            kept.unlessMinded(tx, register.save(tx, user, moved), held, Entry.By.OPERATOR);
        } else {
            String by = String.valueOf(held.by());
            register.save(tx, user, moved.holding(Ownership.held(to, by, held.desired(), held.since())));
        }
        Entry.Words words =
                new Entry.Words("hand over from " + user.said().connection() + " to " + to, null, null, null, null);
        tx.record(new Entry(register.now(), "operator", Entry.By.OPERATOR, id, words));
        return true;
    }
}
