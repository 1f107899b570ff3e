package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.Drafts.Occasion;
import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Identity;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a write makes of the record it is about. That is worked out in its own transaction, but for changes of what is only
 * kept: those, which are most, are drafted before, beside the one thread that writes, and stand if the record is still the
 * same when their turn comes.
 */
final class Drafting {
    private final Drafts drafts;
    private final Directory directory;
    private final Supplier<Instant> clock;
    private final UUID namespace;

    Drafting(Drafts drafts, Directory directory, Supplier<Instant> clock, UUID namespace) {
        this.drafts = drafts;
        this.directory = directory;
        this.clock = clock;
        this.namespace = namespace;
    }

    /**
     * The record as it was found, and as it will be.
     *
     * @param before null if they are new
     * @param in the groups they are in
     */
    record Draft(@Nullable User before, List<Group> in, User next) {
        /** Whether nothing else is desired: then it does not matter when it was drafted. */
        private boolean isTimeless() {
            return before != null
                    && Objects.equals(next.wish(), before.wish())
                    && Objects.equals(next.held(), before.held());
        }

        private boolean isOf(User user, List<Group> groups) {
            return user.equals(before) && groups.equals(in);
        }
    }

    /** In the write's turn. */
    Draft drafted(Transaction tx, Write write, @Nullable Draft ahead) {
        return write.match(new Turn(tx, ahead));
    }

    /** Before its turn, from what readers see; null if it has to wait for that. */
    @Nullable
    Draft ahead(Write write) {
        try {
            return write.match(new Ahead()).filter(Draft::isTimeless).orElse(null);
        } catch (ScimProblem mayBeNoneInItsTurn) {
            return null;
        }
    }

    private Occasion occasion(Write write, List<Group> in) {
        return new Occasion(write.request().connection(), clock.get(), in);
    }

    private BiFunction<User, Occasion, User> replacing(Write.Replace write) {
        return (user, on) -> drafts.replaced(user, write.sent(), on);
    }

    private BiFunction<User, Occasion, User> modifying(Write.Modify write) {
        return (user, on) -> drafts.patched(user, write.patch(), on);
    }

    private final class Ahead implements Write.Cases<Optional<Draft>> {
        private final Snapshot snapshot = directory.snapshot();

        @Override
        public Optional<Draft> create(Write.Create write) {
            return Optional.empty();
        }

        @Override
        public Optional<Draft> replace(Write.Replace write) {
            return changed(write.id(), write, replacing(write));
        }

        @Override
        public Optional<Draft> modify(Write.Modify write) {
            return changed(write.id(), write, modifying(write));
        }

        @Override
        public Optional<Draft> remove(Write.Remove write) {
            return Optional.empty();
        }

        private Optional<Draft> changed(UUID id, Write write, BiFunction<User, Occasion, User> change) {
            List<Group> in = snapshot.groups().of(id);
            return Optional.ofNullable(snapshot.people().find(id))
                    .map(user -> new Draft(user, in, change.apply(user, occasion(write, in))));
        }
    }

    private final class Turn implements Write.Cases<Draft> {
        private final Transaction tx;
        private final @Nullable Draft ahead;

        Turn(Transaction tx, @Nullable Draft ahead) {
            this.tx = tx;
            this.ahead = ahead;
        }

        @Override
        public Draft create(Write.Create write) {
            Address address = write.address();
            List<User> known = tx.people().at(address);
            User latest = known.isEmpty() ? null : known.get(0);
            List<Group> in = latest == null ? List.of() : tx.groups().of(latest.id());
            Occasion on = occasion(write, in);
            if (latest == null) {
                Identity first = Minting.mint(tx, namespace, address, 0);
                return new Draft(null, in, drafts.created(first, write.introduction(), on));
            }
            if (isTaken(latest)) {
                throw UserNames.taken();
            }
            if (isSomebodyElse(latest, write.introduction().said())) {
                Identity next =
                        Minting.mint(tx, namespace, address, latest.identity().generation() + 1);
                User other = drafts.created(next, write.introduction(), on);
                return new Draft(null, in, other.observed(left(latest.observation())));
            }
            return new Draft(latest, in, drafts.revived(latest, write.introduction(), on));
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
        private boolean isSomebodyElse(User latest, Document said) {
            String was = latest.said().document().text("externalId");
            String is = said.text("externalId");
            return latest.isDeleted() && was != null && is != null && !was.equals(is);
        }

        @Override
        public Draft replace(Write.Replace write) {
            return changed(write.id(), write, replacing(write));
        }

        @Override
        public Draft modify(Write.Modify write) {
            return changed(write.id(), write, modifying(write));
        }

        @Override
        public Draft remove(Write.Remove write) {
            return changed(write.id(), write, drafts::deleted);
        }

        private Draft changed(UUID id, Write write, BiFunction<User, Occasion, User> change) {
            User user = tx.people().find(id);
            if (user == null || user.isDeleted()) {
                throw ScimProblem.notFound("there is no user " + id);
            }
            List<Group> in = tx.groups().of(id);
            requireAdmitted(write.request().ifMatch(), Presentation.version(user, in));
            if (ahead != null && ahead.isOf(user, in)) {
                return ahead;
            }
            return new Draft(user, in, change.apply(user, occasion(write, in)));
        }

        private static void requireAdmitted(Intake.@Nullable IfMatch condition, String version) {
            if (condition != null && !condition.admits(version)) {
                throw ScimProblem.preconditionFailed("the user has changed since: now " + version);
            }
        }
    }
}
