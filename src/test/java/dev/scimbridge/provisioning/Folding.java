package dev.scimbridge.provisioning;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.AddressRules;
import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.lifecycle.Listing;
import dev.scimbridge.lifecycle.Planner;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.contract.StoreKit;
import dev.scimbridge.upstream.Roster;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** What takes listings in, over a store and with nothing else around it. */
final class Folding {
    private static final Duration SETTLING = Duration.ofSeconds(5);

    final Directory directory;
    final Store store;
    private final Clock clock;
    private final RosterFold fold;

    /**
     * With what is on record.
     *
     * @param published is told what was committed, after readers see it
     */
    Folding(StoreKit kit, Clock clock, Consumer<Changes> published) {
        this.clock = clock;
        Presentation presentation = new Presentation(AccountTypeRules.DEFAULT);
        directory = new Directory(presentation);
        store = kit.open(changes -> {
            directory.publish(changes);
            published.accept(changes);
        });
        store.load(directory::publish);
        Planner planner = new Planner(new Planner.Policy(3, Duration.ofDays(1), SETTLING, false));
        Register register = new Register(planner, presentation, AddressRules.ANY, clock);
        Interlock interlock = new Interlock(store, register::now, () -> {});
        interlock.begin(Interlock.Opening.LIVE);
        RosterFold.Ids ids = new RosterFold.Ids(Someone.NAMESPACE, SETTLING);
        fold = new RosterFold(store, directory, register, ids, new RosterFold.Gates(interlock, id -> {}));
    }

    /** Takes in a listing that was asked for now. Whether it told nothing new, and nobody waits for the next. */
    boolean fold(Roster roster) {
        return fold.fold(new Listing(store.revision(), clock.instant()), roster);
    }
}
