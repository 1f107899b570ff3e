package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the write of a group means for the account types of those who are, or were, in it. */
final class Regrouping {
    private final Drafts drafts;
    private final Gate gate;
    private final Register register;
    private final Waiting waiting;

    Regrouping(Drafts drafts, Gate gate, Register register, Waiting waiting) {
        this.drafts = drafts;
        this.gate = gate;
        this.register = register;
        this.waiting = waiting;
    }

    /**
     * A group as it was and as it is.
     *
     * @param was null if it is new
     * @param is null if it is deleted
     */
    record Turn(@Nullable Group was, @Nullable Group is) {}

    /** The groups that each of them is in now, before the write of the group. */
    record Before(UUID person, List<Group> groups) {}

    List<Before> before(Transaction tx, Collection<UUID> people) {
        return people.stream()
                .map(person -> new Before(person, tx.groups().of(person)))
                .toList();
    }

    /** Works out again what each of them should have; nobody's change refuses the write, at most it is held. */
    void after(Transaction tx, List<Before> people, Intake.Request request) {
        for (Before each : people) {
            regroup(tx, each, request);
        }
    }

    private void regroup(Transaction tx, Before was, Intake.Request request) {
        User before = current(tx, was.person);
        if (before == null) {
            return;
        }
        List<Group> groups = tx.groups().of(was.person);
        Drafts.Occasion on = new Drafts.Occasion(request.connection(), register.now(), groups);
        User next = drafts.regrouped(before, was.groups, on);
        if (next.equals(before)) {
            return;
        }
        Optional<Held> held = gate.against(tx, before, next);
        User saved = held.isPresent() ? gate.hold(tx, before, held.get()) : register.save(tx, before, next);
        String meant = next.wish() == null ? null : Words.of(next.wish().desired());
        String why = held.map(Held::why).orElse(next.said().typeFrom());
        Entry.Words words = new Entry.Words("a group they are or were in was written", meant, null, null, why);
        tx.record(new Entry(register.now(), "scim-write", request.by(), saved.id(), words));
    }

    /** A write of theirs that still waits for the workspace stands now: it must not bring back what was before. */
    private @Nullable User current(Transaction tx, UUID person) {
        User intent = tx.intents().find(person);
        if (intent == null) {
            return tx.people().find(person);
        }
        User promoted = register.promote(tx, intent);
        waiting.accept(promoted);
        return promoted;
    }

    /** Those who join, those who leave, and all of them where it concerns all. */
    List<UUID> concerned(Transaction tx, Turn turn, Set<UUID> joining, Set<UUID> leaving) {
        if (!speaks(turn.was) && !speaks(turn.is)) {
            return List.of();
        }
        Set<UUID> people = new LinkedHashSet<>(joining);
        people.addAll(leaving);
        Group was = turn.was;
        if (was != null && (turn.is == null || !was.name().equals(turn.is.name()))) {
            people.addAll(tx.groups().members(was.id()));
        }
        return List.copyOf(people);
    }

    private boolean speaks(@Nullable Group group) {
        return group != null && drafts.speaks(group);
    }
}
