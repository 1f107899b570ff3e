package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Brake;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Step;
import dev.scimbridge.provisioning.Drafting.Draft;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The one transaction of a write: the current record, the change, the guards, the record as it will be, the audit. */
public final class Admission {
    /** How long an identity provider is asked to leave a held leaver alone. */
    private static final Duration BRAKE_RETRY = Duration.ofMinutes(10);

    private final Drafts drafts;
    private final Gate gate;
    private final Register register;
    private final Waiting waiting;
    private final UserNames names;
    private final Drafting drafting;

    /**
     * What became of a write.
     *
     * @param user the person as taken in
     * @param answer completes with what the workspace said; null if nobody has to wait
     * @param problem what the client is told although something was written: a held leaver
     */
    record Admitted(
            User user,
            @Nullable CompletableFuture<User> answer,
            @Nullable ScimProblem problem) {}

    /**
     * A write, and what can be told of it before its turn.
     *
     * @param asked what was asked, in the words of the audit
     * @param draft what it comes to if nothing changes until then; null if that could not be worked out
     */
    record Ready(Write write, String asked, @Nullable Draft draft) {}

    /** What rules a write is held to. */
    record Rules(Drafts drafts, Gate gate, UUID namespace) {}

    Admission(Rules rules, Register register, Directory directory, Waiting waiting) {
        this.drafts = rules.drafts;
        this.gate = rules.gate;
        this.register = register;
        this.waiting = waiting;
        this.names = new UserNames(directory);
        this.drafting = new Drafting(rules.drafts, directory, register::now, rules.namespace);
    }

    /** Works out beside the one thread that writes what need not wait for its turn. */
    Ready ready(Write write) {
        return new Ready(write, write.match(new Asked()), drafting.ahead(write));
    }

    /**
     * Takes it in.
     *
     * @param answer a place for the answer of the workspace if the write may wait for one
     */
    Admitted admit(Transaction tx, Ready ready, @Nullable CompletableFuture<User> answer) {
        Write write = ready.write;
        Draft draft = drafting.drafted(tx, write, ready.draft);
        User before = draft.before();
        User next = draft.next();
        names.check(tx, next, before);
        Address invited = gate.inviting(before, next);
        if (invited != null) {
            drafts.addresses().checkInvitable(invited);
        }
        if (before != null) {
            Held another = Ownership.against(before, next, write.request().connection(), register.now());
            if (another != null) {
                return leave(tx, ready, draft, another);
            }
        }
        Optional<Held> held = gate.against(tx, before, next);
        if (held.isPresent()) {
            return hold(tx, ready, draft, held.get().askedBy(write.request().connection()));
        }
        record(tx, ready, next, null);
        boolean needsCommand = next.held() == null && register.plan(next) instanceof Step.Act;
        if (!needsCommand || answer == null) {
            return new Admitted(register.save(tx, before, next), null, null);
        }
        User intent = register.intend(tx, before, next);
        waiting.await(intent.id(), answer);
        return new Admitted(intent, answer, null);
    }

    /** Nobody will ask for this answer: its write was not taken in. */
    void forget(CompletableFuture<User> place) {
        waiting.forget(place);
    }

    /** Somebody of another connection: whoever is out or held already stays as they are. */
    private Admitted leave(Transaction tx, Ready ready, Draft draft, Held another) {
        User before = Objects.requireNonNull(draft.before());
        if (before.isLeaver() || before.held() != null) {
            record(tx, ready, before, another.why());
            return new Admitted(before, null, null);
        }
        return hold(tx, ready, draft, another);
    }

    /** Remembered, and done when the reason is gone. A leaver who stays is told; whoever has to wait is accepted. */
    private Admitted hold(Transaction tx, Ready ready, Draft draft, Held held) {
        User before = draft.before();
        boolean unsaid = held.isTold() || held.guard().equals(Guards.CONNECTION);
        User next = before == null || !unsaid ? draft.next() : draft.next().saying(before.said());
        User kept = gate.hold(tx, before, next, held);
        record(tx, ready, kept, held.why());
        return new Admitted(kept, null, held.isTold() ? told(held) : null);
    }

    static ScimProblem told(Held held) {
        String words = held.why() + ". It is kept as held.";
        return Brake.of(held.guard()) == null
                ? ScimProblem.conflict(words)
                : ScimProblem.tooManyRequests(words).after(BRAKE_RETRY);
    }

    private void record(Transaction tx, Ready ready, User user, @Nullable String why) {
        String meant = user.wish() == null ? null : Words.of(user.wish().desired());
        Entry.Words words = new Entry.Words(ready.asked, meant, null, null, why);
        tx.record(new Entry(register.now(), "scim-write", ready.write.request().by(), user.id(), words));
    }

    private static final class Asked implements Write.Cases<String> {
        @Override
        public String create(Write.Create write) {
            return "create " + write.address() + with(write.introduction().sent());
        }

        @Override
        public String replace(Write.Replace write) {
            return "replace" + with(write.sent());
        }

        @Override
        public String modify(Write.Modify write) {
            return "patch: " + write.patch().gist();
        }

        @Override
        public String remove(Write.Remove write) {
            return "delete";
        }

        private static String with(Document sent) {
            return sent.isEmpty() ? "" : " with " + sent.gist();
        }
    }
}
