package dev.scimbridge.app;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.User;
import dev.scimbridge.http.manage.ManagementDoor;
import dev.scimbridge.http.scim.Desk;
import dev.scimbridge.http.scim.ScimDoor;
import dev.scimbridge.http.scim.read.Cursors;
import dev.scimbridge.operations.Belongings;
import dev.scimbridge.operations.Commands;
import dev.scimbridge.operations.HeldPeople;
import dev.scimbridge.operations.Manual;
import dev.scimbridge.operations.Roll;
import dev.scimbridge.operations.StopCommands;
import dev.scimbridge.operations.alert.Concerns;
import dev.scimbridge.provisioning.Interlock;
import dev.scimbridge.provisioning.Operations;
import dev.scimbridge.provisioning.Provisioning;
import dev.scimbridge.store.Facts;
import dev.scimbridge.store.Picture;
import dev.scimbridge.store.sqlite.SqliteStore;
import dev.scimbridge.upstream.graphql.GraphqlWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole bridge, wired by hand: this is where the rooms meet. */
public final class Bridge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    private static final int ANSWERERS = 4;

    /** Of the ids (UUIDv5). Kept in the store from its first day; the same for all, so that a lost store loses no id. */
    private static final String NAMESPACE = "7c1f3a52-9c55-4b0e-8f5e-2f0d7f2b6a11";

    private final ThreadFactory threads = threads();

    /** What was opened, the last first. */
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private Ports ports = new Ports(0, 0);
    private CompletionStage<Void> ready = CompletableFuture.completedStage(null);

    private Bridge() {}

    /**
     * Opens everything and begins.
     *
     * @throws dev.scimbridge.store.StoreProblem if the store cannot be opened
     * @throws UncheckedIOException if a port cannot be had, with the {@link java.net.BindException} as its cause
     */
    public static Bridge start(Settings settings) {
        return start(settings, false);
    }

    /**
     * The same.
     *
     * @param restored whether an operator says that the store is a backup that was put back
     */
    static Bridge start(Settings settings, boolean restored) {
        Bridge bridge = new Bridge();
        try {
            bridge.open(settings, restored);
            return bridge;
        } catch (RuntimeException | Error e) {
            bridge.close();
            throw e;
        }
    }

    private void open(Settings settings, boolean restored) {
        Clock clock = SteadyClock.start();
        AccountTypeRules types = Terms.accountTypes(settings);
        Presentation presentation = new Presentation(types);
        Directory directory = new Directory(presentation);
        ready = directory.opening();
        Concerns concerns = new Concerns();
        Commits commits = new Commits(directory, concerns);
        SqliteStore store = opened(SqliteStore.open(settings.data(), threads, Runnable::run, commits));
        Witness witness = Witness.in(settings.data());
        Remembered remembered = remembered(store, witness);
        Loaded loaded = opened(Loaded.from(store, directory, concerns, threads));
        GraphqlWorkspace workspace = Terms.workspace(settings.workspace(), clock);
        Settings.Pace pace = settings.workspace().pace();
        Provisioning provisioning = new Provisioning(
                new Provisioning.Ground(store, workspace, clock, pace.poll(), pace.maxRate()),
                Terms.rules(settings, types, presentation, remembered.namespace()),
                directory,
                presentation,
                threads);
        commits.next = provisioning::committed;
        // Closed in the opposite order: no new step; then no call; then the last records; then the store.
        opened.push(provisioning::await);
        opened.push(workspace);
        opened.push(provisioning);
        Desk desk = desk(provisioning, directory, types, remembered.cursors(clock));
        ScimDoor scim = ScimDoor.shut(
                Terms.front(settings, settings.doors().scim()), settings.doors().tokens()::holder, desk);
        loaded.await();
        boolean shadow = settings.mode() == Settings.Mode.SHADOW;
        provisioning.recover(
                new Interlock.Opening(shadow, restored ? "it was started with --restored" : remembered.doubt()));
        witness.renew(store);
        Interlock interlock = provisioning.interlock();
        Alerting.Sight sight = new Alerting.Sight(
                clock,
                concerns,
                provisioning.operations(),
                store,
                () -> interlock.standing().words());
        opened(Alerting.begin(settings, sight, threads));
        Commands commands = commands(settings, directory, provisioning.operations());
        AuditCommands.addTo(commands, new AuditCommands.Ground(store, directory, provisioning.erasing(), clock));
        StopCommands.addTo(commands, provisioning, directory);
        openDoors(
                settings.doors(),
                scim,
                () -> ManagementDoor.open(
                        Terms.front(settings, settings.doors().management()), desk.operations(), commands));
        // Only who can be reached and seen may act.
        provisioning.begin();
    }

    private Desk desk(Provisioning provisioning, Directory directory, AccountTypeRules types, Cursors cursors) {
        ExecutorService answers = Executors.newFixedThreadPool(ANSWERERS, threads);
        opened.push(answers::shutdown);
        return new Desk(
                provisioning.intake(),
                provisioning.groups(),
                directory,
                types,
                cursors,
                provisioning.operations(),
                answers);
    }

    private static Commands commands(Settings settings, Directory directory, Operations operations) {
        Belongings belongings = new Belongings(
                operations.connections(), directory, settings.doors().tokens().names());
        HeldPeople held = new HeldPeople(operations.held(), directory);
        return new Commands()
                .with(Manual.PEOPLE, new Roll(directory))
                .with(Manual.HELD, held::list)
                .with(Manual.HELD_RELEASE, held::release)
                .with(Manual.HELD_REJECT, held::reject)
                .with(Manual.CONNECTIONS, belongings::list)
                .with(Manual.CONNECTIONS_HANDOVER, belongings::handover);
    }

    private void openDoors(Settings.Doors doors, ScimDoor scim, Opening<ManagementDoor> pages) {
        listening(doors.scim(), scim::open);
        // Last, so that whoever is told "ready" finds the SCIM door open.
        ManagementDoor management = listening(doors.management(), pages);
        ports = new Ports(scim.port(), management.port());
    }

    private record Ports(int scim, int management) {}

    /** Something that listens once it is opened. */
    private interface Opening<T> {
        T open() throws IOException;
    }

    private <T extends AutoCloseable> T listening(Settings.Door door, Opening<T> opening) {
        try {
            return opened(opening.open());
        } catch (IOException e) {
            throw new UncheckedIOException(door.host() + ":" + door.port(), e);
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    /** Done once people are served: a listing of the workspace has been believed. */
    CompletionStage<Void> ready() {
        return ready;
    }

    /** Where SCIM is served: the port of the settings, or the one that was free. */
    public int scimPort() {
        return ports.scim;
    }

    /** Where the management pages are. */
    public int managementPort() {
        return ports.management;
    }

    /** What a commit sets off: readers see it, and who fell due by it is served. */
    private static final class Commits implements Picture {
        private final Directory directory;
        private final Concerns concerns;
        private volatile Consumer<Changes> next = changes -> {};

        Commits(Directory directory, Concerns concerns) {
            this.directory = directory;
            this.concerns = concerns;
        }

        @Override
        public void published(Changes changes) {
            directory.publish(changes);
            concerns.published(changes);
            next.accept(changes);
        }

        @Override
        public @Nullable User remembered(UUID id) {
            return directory.snapshot().people().record(id);
        }
    }

    /**
     * What was made once and is the same for every bridge of this store.
     *
     * @param doubt why the store may not be the one that ran last
     */
    private record Remembered(
            UUID namespace, Secret cursorKey, @Nullable String doubt) {
        Cursors cursors(Clock clock) {
            return new Cursors(HexFormat.of().parseHex(cursorKey.reveal()), clock);
        }
    }

    private static Remembered remembered(SqliteStore store, Witness witness) {
        return store.write(tx -> {
                    String namespace = kept(tx.facts(), "namespace", () -> NAMESPACE);
                    String key = kept(
                            tx.facts(),
                            "cursor-key",
                            () -> Secret.random(Cursors.KEY_BYTES).reveal());
                    return new Remembered(UUID.fromString(namespace), new Secret(key), witness.doubt(tx.facts()));
                })
                .toCompletableFuture()
                .join();
    }

    private static String kept(Facts facts, String name, Supplier<String> first) {
        String kept = facts.find(name);
        if (kept != null) {
            return kept;
        }
        String made = first.get();
        facts.put(name, made);
        return made;
    }

    private static ThreadFactory threads() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "bridge-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Refuses new work, finishes what was begun, and lets go of the store last. May be called twice. */
    @Override
    public void close() {
        List<AutoCloseable> parts = new ArrayList<>(opened);
        opened.clear();
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("closing {} failed", part.getClass().getSimpleName(), e);
            }
        }
    }
}
