package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.store.Backlog;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the write of a group means for the account types of those who are, or were, in it. */
final class Regrouping {
    /** So many people are seen to in one transaction; each takes the store's only writer a fraction of a millisecond. */
    static final int PART = 200;

    private final Drafts drafts;
    private final Gate gate;
    private final Register register;

    Regrouping(Drafts drafts, Gate gate, Register register) {
        this.drafts = drafts;
        this.gate = gate;
        this.register = register;
    }

    /**
     * A group as it was and as it is.
     *
     * @param was null if it is new
     * @param is null if it is deleted
     */
    record Turn(@Nullable Group was, @Nullable Group is) {}

    /** Those who join, those who leave, and all of them where it concerns all. To be asked before the group is written. */
    Set<UUID> concerned(Transaction tx, Turn turn, Set<UUID> joining, Set<UUID> leaving) {
        Group was = turn.was;
        Set<UUID> people = new LinkedHashSet<>();
        if (!speaks(was) && !speaks(turn.is)) {
            return people;
        }
        people.addAll(joining);
        people.addAll(leaving);
        if (was != null && (turn.is == null || !was.name().equals(turn.is.name()))) {
            people.addAll(tx.groups().members(was.id()));
        }
        return people;
    }

    private boolean speaks(@Nullable Group group) {
        return group != null && drafts.speaks(group);
    }

    /**
     * Works out what each of them should have, now that the group is written; of many people later, in parts. Nobody's
     * change refuses the write: at most it is held.
     *
     */
    Part regroup(Transaction tx, Collection<UUID> people, Entry.By by) {
        List<User> standing = new ArrayList<>();
        boolean isLast = people.size() <= PART;
        if (isLast) {
            people.forEach(person -> regroup(tx, person, by, standing));
        } else {
            tx.backlog().add(people, by);
        }
        return new Part(standing, isLast);
    }

    /**
     * What has been done of it.
     *
     * @param standing writes that waited for the workspace and stand now, to be told when this is on disk
     * @param isLast whether nobody is left for later
     */
    record Part(List<User> standing, boolean isLast) {}

    /** Sees to the next of those who were left for later. */
    Part part(Transaction tx) {
        List<User> standing = new ArrayList<>();
        List<Backlog.Item> part = tx.backlog().first(PART);
        for (Backlog.Item item : part) {
            regroup(tx, item.person(), item.by(), standing);
            tx.backlog().drop(item.person());
        }
        return new Part(standing, part.size() < PART);
    }

    private void regroup(Transaction tx, UUID person, Entry.By by, List<User> standing) {
        User before = current(tx, person, standing);
        if (before == null) {
            return;
        }
        Drafts.Occasion on =
                new Drafts.Occasion(by.actor(), register.now(), tx.groups().of(person));
        User next = drafts.regrouped(before, on);
        if (next.equals(before)) {
            return;
        }
        var unused = write(tx, before, next, by, "a group they are or were in was written");
    }

    /**
     * Works out anew what somebody should have by the rules as they are now, and writes it if it is something else. What
     * they are by hand-over or by their last write stays: only the type is asked about.
     */
    Optional<Plan.Line> reapply(Transaction tx, User before, Entry.By by) {
        User next = reapplied(before, tx.groups().of(before.id()));
        Wish was = before.wish();
        Wish is = next.wish();
        if (was == null || is == null || was.equals(is)) {
            return Optional.empty();
        }
        Optional<Held> held = write(tx, before, next, by, "the rules of account types as they are now");
        return Optional.of(new Plan.Line(
                before.identity().address().value(),
                Words.of(was.desired()) + " becomes " + Words.of(is.desired()),
                Objects.requireNonNullElse(next.said().typeFrom(), "nothing says a type"),
                held.map(Held::guard).orElse(null)));
    }

    /** What the rules as they are now make of somebody. */
    User reapplied(User before, List<Group> groups) {
        String connection = Objects.requireNonNullElse(before.said().connection(), "operator");
        return drafts.regrouped(before, new Drafts.Occasion(connection, register.now(), groups));
    }

    private Optional<Held> write(Transaction tx, User before, User next, Entry.By by, String asked) {
        Optional<Held> held = gate.against(tx, before, next);
        User saved = held.isPresent()
                ? gate.hold(tx, before, next, held.get().askedBy(by.actor()))
                : register.save(tx, before, next);
        String meant = next.wish() == null ? null : Words.of(next.wish().desired());
        String why = held.map(Held::why).orElse(next.said().typeFrom());
        tx.record(new Entry(
                register.now(), "scim-write", by, saved.id(), new Entry.Words(asked, meant, null, null, why)));
        return held;
    }

    /** A write of theirs that still waits for the workspace stands now: it must not bring back what was before. */
    private @Nullable User current(Transaction tx, UUID person, List<User> standing) {
        User intent = tx.intents().find(person);
        if (intent == null) {
            return tx.people().find(person);
        }
        User promoted = register.promote(tx, intent);
        standing.add(promoted);
        return promoted;
    }
}
