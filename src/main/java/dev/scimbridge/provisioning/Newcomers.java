package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Account;
import dev.scimbridge.directory.Course;
import dev.scimbridge.directory.Identity;
import dev.scimbridge.directory.Meta;
import dev.scimbridge.directory.Said;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.provisioning.Matching.Stranger;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.Transaction;
import dev.scimbridge.upstream.Sighting;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People found in the workspace of whom nobody has heard: on record from now on, and never touched. */
final class Newcomers {
    /** How many were met of whom the audit chain does not say so yet. */
    private static final String MET = "listing-met";

    private final Store store;
    private final Register register;
    private final UUID namespace;

    Newcomers(Store store, Register register, UUID namespace) {
        this.store = store;
        this.register = register;
        this.namespace = namespace;
    }

    /** As they will be on record, unless somebody comes before them. */
    private record Newcomer(Stranger stranger, User blank) {}

    /**
     * In batches, of which the next are made up while one is being written. In the order of their addresses, so that those of a
     * batch are neighbours in that index, not one on each of its pages.
     *
     * @param ahead how many batches may wait to be written, and be written in one commit then
     */
    void meet(List<Stranger> strangers, int ahead) {
        List<Stranger> ordered = strangers.parallelStream()
                .sorted(Comparator.comparing(each -> each.sighting().address().value()))
                .toList();
        Deque<CompletionStage<Integer>> waiting = new ArrayDeque<>();
        for (int from = 0; from < ordered.size(); from += RosterFold.BATCH) {
            List<Newcomer> batch = new ArrayList<>();
            for (Stranger each : ordered.subList(from, Math.min(ordered.size(), from + RosterFold.BATCH))) {
                batch.add(newcomer(each));
            }
            if (waiting.size() > ahead) {
                var unused = AtOnce.in(waiting.remove());
            }
            waiting.add(store.write(tx -> meet(tx, batch)));
        }
        waiting.forEach(AtOnce::in);
    }

    private Newcomer newcomer(Stranger stranger) {
        Sighting sighting = stranger.sighting();
        return new Newcomer(stranger, blank(sighting, Identity.mint(namespace, sighting.address(), 0)));
    }

    private User blank(Sighting sighting, Identity identity) {
        Instant now = register.now();
        User blank = new User(
                identity,
                Said.NOTHING,
                null,
                null,
                Observation.of(sighting.observed()),
                Account.NONE,
                new Course(State.UNMANAGED, "", now, null),
                new Meta(0, 0, 0, now, now));
        return blank.known(RosterFold.account(blank, sighting));
    }

    private int meet(Transaction tx, List<Newcomer> batch) {
        Set<Address> intended = tx.intents().all().stream()
                .map(intent -> intent.identity().address())
                .collect(Collectors.toSet());
        int met = 0;
        for (Newcomer each : batch) {
            boolean expected = intended.contains(each.stranger.sighting().address());
            met += !expected && isMet(tx, each) ? 1 : 0;
        }
        if (met > 0) {
            tx.facts().put(MET, String.valueOf(unsaid(tx) + met));
        }
        return met;
    }

    /** Most have an address that nobody ever had: then their record is written without a question. */
    private boolean isMet(Transaction tx, Newcomer newcomer) {
        Stranger stranger = newcomer.stranger;
        if (stranger.former() == null && register.add(tx, newcomer.blank)) {
            return true;
        }
        Sighting sighting = stranger.sighting();
        List<User> had = tx.people().at(sighting.address());
        @Nullable User latest = had.isEmpty() ? null : had.get(0);
        if (!Objects.equals(latest == null ? null : latest.id(), stranger.former())) {
            return false;
        }
        int generation = latest == null ? 0 : latest.identity().generation() + 1;
        Identity identity = Minting.mint(tx, namespace, sighting.address(), generation);
        return register.add(tx, blank(sighting, identity));
    }

    /** Says once, after the last batch, how many there were: of those, too, whom a listing met that was broken off. */
    void say(Transaction tx) {
        int met = unsaid(tx);
        if (met > 0) {
            Entry.Words words = Entry.Words.why(met + " found in the workspace");
            tx.record(new Entry(register.now(), "listing", Entry.By.BRIDGE, null, words));
            tx.facts().put(MET, "0");
        }
    }

    private static int unsaid(Transaction tx) {
        String met = tx.facts().find(MET);
        return met == null ? 0 : Integer.parseInt(met);
    }
}
