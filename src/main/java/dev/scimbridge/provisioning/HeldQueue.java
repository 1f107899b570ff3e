package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Brake;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What the guards keep back, for an operator. Many people are seen to in parts, so that the writes of others slip in
 * between; what was left when the bridge stopped is seen to after the next start. Every call blocks until it is on disk.
 */
public final class HeldQueue {
    private final Parts parts;
    private final Directory directory;
    private final Kept kept;
    private final Register register;

    /** Something to be done to somebody held; says whether it was done. */
    interface Verdict {
        boolean on(Transaction tx, User user, Held held);
    }

    HeldQueue(Parts parts, Directory directory, Kept kept, Register register) {
        this.parts = parts;
        this.directory = directory;
        this.kept = kept;
        this.register = register;
    }

    /** Everybody whom a guard keeps back, the longest first. */
    public List<User> all() {
        List<User> all = new ArrayList<>();
        directory.snapshot().people().each(user -> {
            if (user.held() != null) {
                all.add(user);
            }
        });
        all.sort(
                Comparator.comparing(user -> Objects.requireNonNull(user.held()).since()));
        return all;
    }

    /** Lets one person pass, whatever the guard, unless nobody would be left to administer: then why. */
    public Optional<Held> release(UUID person) {
        return parts.written(tx -> {
            User user = tx.people().find(person);
            return user == null || user.held() == null
                    ? Optional.empty()
                    : kept.release(tx, user, user.held(), Entry.By.OPERATOR);
        });
    }

    /** Forgets what was asked of one person. */
    public void reject(UUID person) {
        inParts(user -> user.id().equals(person), this::rejected);
    }

    /**
     * Unlatches a brake, whose hour begins now, and lets everybody pass whom it holds; other guards are still asked.
     *
     * @return how many passed
     */
    public int release(Brake brake) {
        unlatch(brake);
        return inParts(heldBy(brake.guard()), this::passed);
    }

    /** From here on it is certain that they pass, whatever happens to the bridge. */
    void unlatch(Brake brake) {
        parts.written(tx -> {
            Count.release(tx, brake, register.now());
            Entry.Words words = new Entry.Words("release the " + brake.guard(), null, null, null, null);
            tx.record(new Entry(register.now(), "operator", Entry.By.OPERATOR, null, words));
            return brake;
        });
    }

    /** Carries out what was asked of people who belong to another connection. Gives how many there were. */
    public int releaseConnections() {
        return inParts(heldBy(Guards.CONNECTION), this::passed);
    }

    /** Forgets what this guard keeps back; a brake stays latched. Gives how many there were. */
    public int rejectAll(String guard) {
        return inParts(heldBy(guard), this::rejected);
    }

    private boolean passed(Transaction tx, User user, Held held) {
        return kept.unlessMinded(tx, user, held, Entry.By.OPERATOR) != null;
    }

    private boolean rejected(Transaction tx, User user, Held held) {
        kept.reject(tx, user, held, Entry.By.OPERATOR);
        return true;
    }

    /** After a start: whom a release that was cut short has left. */
    void resume() {
        for (Brake brake : Brake.values()) {
            parts.written(tx -> Optional.ofNullable(Count.released(tx, brake)))
                    .ifPresent(released -> resume(brake, released));
        }
    }

    private void resume(Brake brake, Instant released) {
        Predicate<User> left =
                user -> user.held() != null && !user.held().since().isAfter(released);
        inParts(heldBy(brake.guard()).and(left), (tx, user, held) -> kept.again(tx, user, held) != null);
    }

    private static Predicate<User> heldBy(String guard) {
        return user -> user.held() != null && user.held().guard().equals(guard);
    }

    private int inParts(Predicate<User> who, Verdict verdict) {
        List<UUID> people = all().stream().filter(who).map(User::id).toList();
        return parts.each(people, (tx, person) -> {
            User user = tx.people().find(person);
            return user != null && user.held() != null && who.test(user) && verdict.on(tx, user, user.held());
        });
    }
}
