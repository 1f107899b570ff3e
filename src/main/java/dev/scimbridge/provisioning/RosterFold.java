package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Account;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.People;
import dev.scimbridge.directory.Said;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Listing;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.Transaction;
import dev.scimbridge.upstream.Roster;
import dev.scimbridge.upstream.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Takes a believed listing in: only what differs from the record is written, in small batches so that SCIM writes slip
 * in between. Every record is read again in the batch's own transaction.
 */
final class RosterFold implements Turnstile.Sight {
    private static final Logger LOG = LoggerFactory.getLogger(RosterFold.class);
    static final String BELIEVED = "listing-believed";

    /** So many records are written at once at most, so that SCIM writes slip in between. */
    static final int BATCH = 500;

    /** So many batches go to disk together while nobody can write, because the bridge has not seen the workspace yet. */
    private static final int AHEAD = 16;

    /** Longer than this is worth a line in the log. */
    private static final Duration LONG = Duration.ofSeconds(1);

    private final Store store;
    private final Directory directory;
    private final Register register;
    private final Ids ids;
    private final Consumer<UUID> serve;
    private final Newcomers newcomers;
    private final Absences absences = new Absences();
    private final Familiarity familiarity;

    private volatile Instant asOf = Instant.MIN;

    /**
     * What makes an id, and when a command surely shows.
     *
     * @param namespace of the UUIDv5
     * @param settling rule 3 of the design
     */
    record Ids(UUID namespace, Duration settling) {}

    RosterFold(Store store, Directory directory, Register register, Ids ids, Gates gates) {
        this.store = store;
        this.directory = directory;
        this.register = register;
        this.ids = ids;
        this.newcomers = new Newcomers(store, register, ids.namespace);
        this.serve = gates.serve;
        this.familiarity = new Familiarity(gates.interlock);
    }

    /**
     * What a listing opens and shuts.
     *
     * @param serve serves this person soon
     */
    record Gates(Interlock interlock, Consumer<UUID> serve) {}

    @Override
    public Instant asOf() {
        return asOf;
    }

    @Override
    public boolean isImplausible() {
        return absences.isImplausible();
    }

    void trust() {
        absences.trust();
    }

    void serve(List<UUID> people) {
        people.forEach(serve);
    }

    /** Takes it in. Whether it told nothing new, and nobody waits for the next. */
    boolean fold(Listing listing, Roster roster) {
        long began = System.nanoTime();
        boolean wasImplausible = absences.isImplausible();
        People people = directory.snapshot().people();
        Matching matching = Matching.of(roster, people);
        boolean foreign = familiarity.isForeign(people, roster);
        Set<UUID> missing =
                foreign ? Set.of() : absences.believed(people, matching.known().keySet());
        boolean provesAbsence = !foreign && !absences.isImplausible();
        List<Change> changes = new Differing(people, listing).among(matching.known(), missing);
        inBatches(changes, (tx, batch) -> batch.forEach(change -> apply(tx, change, listing)));
        newcomers.meet(matching.strangers(), directory.isOpen() ? 0 : AHEAD);
        Predicate<User> isMissing =
                intent -> missing.contains(intent.id()) || (provesAbsence && Absences.isExplained(intent));
        intents(matching, isMissing, listing);
        boolean first = asOf.equals(Instant.MIN);
        asOf = listing.requestedAt();
        if (first || (wasImplausible && !absences.isImplausible())) {
            servePending();
        }
        open(listing);
        int news = changes.size() + matching.strangers().size();
        tell(first, roster.people().size(), news, Duration.ofNanos(System.nanoTime() - began));
        return news == 0 && absences.areAllSettled() && !Awaited.isAnybody(directory.snapshot());
    }

    private void open(Listing listing) {
        if (!directory.isOpen()) {
            var unused = AtOnce.in(store, tx -> {
                tx.facts().put(BELIEVED, listing.requestedAt().toString());
                return 1;
            });
            directory.open();
        }
    }

    private static void tell(boolean first, int people, int news, Duration took) {
        Level level = first || took.compareTo(LONG) > 0 ? Level.INFO : Level.DEBUG;
        LOG.atLevel(level)
                .log("a listing of {} people, {} of them news, taken in within {} ms", people, news, took.toMillis());
    }

    /** The workspace is seen, or absences are believed, again: who waited for that need not wait until they fall due. */
    private void servePending() {
        directory.snapshot().people().each(user -> {
            if (user.course().state() == State.PENDING) {
                serve.accept(user.id());
            }
        });
    }

    /** One sight of somebody on record, null if the listing lacks them. */
    private record Change(UUID id, @Nullable Sighting sighting) {}

    /** Those of whom the listing tells something that is not on record. */
    private final class Differing {
        private final People people;
        private final Listing listing;
        private final List<Change> changes = new ArrayList<>();

        Differing(People people, Listing listing) {
            this.people = people;
            this.listing = listing;
        }

        List<Change> among(Map<UUID, Sighting> known, Set<UUID> missing) {
            known.forEach(this::see);
            missing.forEach(id -> see(id, null));
            return changes;
        }

        private void see(UUID id, @Nullable Sighting sighting) {
            User user = people.record(id);
            if (user == null || !folded(user, sighting, listing).equals(user)) {
                changes.add(new Change(id, sighting));
            }
        }
    }

    private void apply(Transaction tx, Change change, Listing listing) {
        User user = tx.people().find(change.id);
        if (user == null) {
            return;
        }
        User next = folded(user, change.sighting, listing);
        if (next.equals(user)) {
            return;
        }
        boolean moved = !next.observation().state().equals(user.observation().state());
        if (moved) {
            boolean drifts = Drift.isBetween(user, next);
            String now = "seen " + Words.of(next.observation().state());
            String was = drifts
                    ? Drift.words(user)
                    : "was " + Words.of(user.observation().state());
            record(tx, drifts ? "drift" : "listing", change.id, new Entry.Words(null, null, null, now, was));
        }
        Departure.confirm(tx, user, next, register.now(), shownBy(listing));
        register.save(tx, user, next);
    }

    private static String shownBy(Listing listing) {
        return "a listing asked for at " + listing.requestedAt() + " shows it";
    }

    private User folded(User user, @Nullable Sighting sighting, Listing listing) {
        Observation before = user.observation();
        Observation seen = sighting == null || isOld(user, sighting, listing)
                ? before.missing(listing, ids.settling)
                : before.sighted(sighting.observed(), listing, ids.settling);
        User next = sighting == null ? user : user.known(account(user, sighting));
        Wish wish = user.wish();
        if (wish == null) {
            return next.observed(seen);
        }
        boolean returned =
                user.isDeleted() && wish.fulfilled() && seen.believed().isPresent();
        if (returned) {
            return next.observed(seen).wishing(null).saying(Said.NOTHING);
        }
        boolean signsUp = user.account().uid() == null && next.account().uid() != null;
        Wish then = signsUp ? wish.signedUp(before.isTakenInvite(seen.state())) : wish;
        boolean isChanged = before.isChangedSince(seen.state(), listing, ids.settling);
        Wish done = isChanged ? then.done(before.state()) : then;
        return next.observed(seen).wishing(seen.mayTurn(listing, ids.settling) ? done : done.seeing(seen, listing));
    }

    /** Whether this is an account that was taken away before they were invited anew, in a listing too old to lack it. */
    private boolean isOld(User user, Sighting sighting, Listing listing) {
        String uid = user.account().uid();
        return uid != null
                && sighting.observed() instanceof Observed.Active account
                && account.uids().contains(uid)
                && user.observation().isBackTooSoon(listing, ids.settling);
    }

    static Account account(User user, Sighting sighting) {
        boolean active = sighting.observed() instanceof Observed.Active;
        String uid = active
                ? ((Observed.Active) sighting.observed()).uid()
                : user.account().uid();
        String name = sighting.name() == null ? user.account().name() : sighting.name();
        return new Account(sighting.email(), name, uid);
    }

    /** Writes that wait see the listing too: it may be the look they asked for, and the record they become is as new. */
    private void intents(Matching matching, Predicate<User> isMissing, Listing listing) {
        var unused = AtOnce.in(store, tx -> {
            newcomers.say(tx);
            List<User> intents = tx.intents().all();
            Map<Address, Sighting> unidentified = new HashMap<>();
            if (!intents.isEmpty()) {
                matching.unidentified().forEach(each -> unidentified.put(each.address(), each));
            }
            for (User intent : intents) {
                Sighting byAddress = unidentified.get(intent.identity().address());
                Sighting sighting = matching.known().getOrDefault(intent.id(), byAddress);
                if (sighting != null || isMissing.test(intent)) {
                    User seen = folded(intent, sighting, listing);
                    Departure.confirm(tx, intent, seen, register.now(), shownBy(listing));
                    tx.intents().put(seen);
                }
            }
            return intents.size();
        });
    }

    private interface Batch<T> {
        void in(Transaction tx, List<T> batch);
    }

    private <T> void inBatches(List<T> all, Batch<T> work) {
        for (int from = 0; from < all.size(); from += BATCH) {
            List<T> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            var unused = AtOnce.in(store, tx -> {
                work.in(tx, batch);
                return batch.size();
            });
        }
    }

    private void record(Transaction tx, String kind, @Nullable UUID person, Entry.Words words) {
        tx.record(new Entry(register.now(), kind, Entry.By.BRIDGE, person, words));
    }
}
