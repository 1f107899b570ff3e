package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.Identity;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Step;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.time.Duration;
import java.util.List;
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
    private final Guards guards;
    private final Register register;
    private final Directory directory;
    private final Waiting waiting;
    private final UUID namespace;

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

    /** What rules a write is held to. */
    public record Rules(Drafts drafts, Guards guards, UUID namespace) {}

    Admission(Rules rules, Register register, Directory directory, Waiting waiting) {
        this.drafts = rules.drafts;
        this.guards = rules.guards;
        this.namespace = rules.namespace;
        this.register = register;
        this.directory = directory;
        this.waiting = waiting;
    }

    Admitted admit(Transaction tx, Write write, boolean patient) {
        Draft draft = write.match(new Drafting(tx));
        User before = draft.before;
        User next = draft.next;
        checkName(next, before);
        Optional<Held> held = before == null ? Optional.empty() : guard(tx, before, next);
        if (before != null && held.isPresent()) {
            return hold(tx, write, before, held.get());
        }
        record(tx, write, next, null);
        boolean needsCommand = next.held() == null && register.plan(next) instanceof Step.Act;
        if (!needsCommand || !patient) {
            return new Admitted(register.save(tx, before, next), null, null);
        }
        User intent = register.intend(tx, before, next);
        return new Admitted(intent, waiting.await(intent.id()), null);
    }

    private record Draft(@Nullable User before, User next) {}

    private final class Drafting implements Write.Cases<Draft> {
        private final Transaction tx;

        Drafting(Transaction tx) {
            this.tx = tx;
        }

        @Override
        public Draft create(Write.Create write) {
            Address address = write.address();
            List<User> known = tx.people().at(address);
            User latest = known.isEmpty() ? null : known.get(0);
            String connection = write.request().connection();
            if (latest == null) {
                Identity first = Identity.mint(namespace, address, 0);
                return new Draft(null, drafts.created(first, write.sent(), connection, register.now()));
            }
            if (isTaken(latest)) {
                throw ScimProblem.uniqueness("there is a user with this userName or address already");
            }
            if (isSomebodyElse(latest, write.sent())) {
                Identity next =
                        Identity.mint(namespace, address, latest.identity().generation() + 1);
                User other = drafts.created(next, write.sent(), connection, register.now());
                return new Draft(null, other.observed(left(latest.observation())));
            }
            return new Draft(latest, drafts.revived(latest, write.sent(), connection, register.now()));
        }

        /** An open invite is to the address, whoever has it now; an account is the other person's. */
        private static Observation left(Observation other) {
            Observed state = other.state();
            boolean invite = state instanceof Observed.Invited || state instanceof Observed.Expired;
            return invite ? Observation.of(state) : Observation.ABSENT;
        }

        private boolean isTaken(User latest) {
            return latest.isManaged() && !latest.isLeaver();
        }

        /** A deleted person's address that returns with another externalId is another person's now. */
        private boolean isSomebodyElse(User latest, Document sent) {
            String was = latest.said().document().text("externalId");
            String is = sent.text("externalId");
            return latest.isDeleted() && was != null && is != null && !was.equals(is);
        }

        @Override
        public Draft replace(Write.Replace write) {
            User before = current(write.id(), write.request());
            return new Draft(before, drafts.replaced(before, write.sent(), actor(write), register.now()));
        }

        @Override
        public Draft modify(Write.Modify write) {
            User before = current(write.id(), write.request());
            return new Draft(before, drafts.patched(before, write.patch(), actor(write), register.now()));
        }

        @Override
        public Draft remove(Write.Remove write) {
            User before = current(write.id(), write.request());
            return new Draft(before, drafts.deleted(before, actor(write), register.now()));
        }

        private User current(UUID id, Intake.Request request) {
            User user = tx.people().find(id);
            if (user == null || user.isDeleted()) {
                throw ScimProblem.notFound("there is no user " + id);
            }
            Intake.IfMatch condition = request.ifMatch();
            if (condition != null && !condition.admits(Presentation.version(user.meta()))) {
                throw ScimProblem.preconditionFailed(
                        "the user has changed since: now " + user.meta().shown());
            }
            return user;
        }

        private static String actor(Write write) {
            return write.request().connection();
        }
    }

    /** A userName belongs to one person, whichever case it is written in. */
    private void checkName(User next, @Nullable User before) {
        String name = next.said().document().text("userName");
        if (next.isLeaver() || name == null || (before != null && name.equalsIgnoreCase(nameOf(before)))) {
            return;
        }
        User other = directory.snapshot().named(name);
        Address address = Address.read(name);
        User reserved = address == null ? null : directory.snapshot().at(address);
        boolean taken = (other != null && !other.id().equals(next.id()))
                || (reserved != null && !reserved.isDeleted() && !reserved.id().equals(next.id()));
        if (taken) {
            throw ScimProblem.uniqueness("there is a user with this userName or address already");
        }
    }

    private static @Nullable String nameOf(User user) {
        return user.said().document().text("userName");
    }

    private Optional<Held> guard(Transaction tx, User before, User next) {
        Desired desired = Objects.requireNonNull(next.wish(), "a written person has a wish")
                .desired();
        if (before.isLeaver() || next.wish().equals(before.wish())) {
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

    /** Told, and remembered: shown as before, done when the reason is gone. */
    private Admitted hold(Transaction tx, Write write, User before, Held held) {
        Wish stays = before.wish() == null
                ? Wish.of(new Desired.Active(null, null), register.now()).seeing(before.observation())
                : before.wish();
        User kept = register.save(tx, before, before.wishing(stays).holding(held));
        record(tx, write, kept, held.why());
        String told = held.why() + ". It is kept as held.";
        ScimProblem problem = held.guard().equals(Guards.LEAVER_BRAKE)
                ? ScimProblem.tooManyRequests(told).after(BRAKE_RETRY)
                : ScimProblem.conflict(told);
        return new Admitted(kept, null, problem);
    }

    private void record(Transaction tx, Write write, User user, @Nullable String why) {
        String asked = write.match(new Asked());
        String meant = user.wish() == null ? null : Words.of(user.wish().desired());
        Entry.Words words = new Entry.Words(asked, meant, null, null, why);
        tx.record(new Entry(register.now(), "scim-write", write.request().by(), user.id(), words));
    }

    private static final class Asked implements Write.Cases<String> {
        @Override
        public String create(Write.Create write) {
            return "create " + write.address();
        }

        @Override
        public String replace(Write.Replace write) {
            return "replace";
        }

        @Override
        public String modify(Write.Modify write) {
            return "patch";
        }

        @Override
        public String remove(Write.Remove write) {
            return "delete";
        }
    }
}
