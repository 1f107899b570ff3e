package dev.scimbridge.provisioning;

import dev.scimbridge.directory.AddressRules;
import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.User;
import dev.scimbridge.http.Front;
import dev.scimbridge.http.scim.Desk;
import dev.scimbridge.http.scim.Holder;
import dev.scimbridge.http.scim.ScimDoor;
import dev.scimbridge.http.scim.read.Cursors;
import dev.scimbridge.sandbox.Workspace;
import dev.scimbridge.store.Picture;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.contract.StoreKit;
import dev.scimbridge.story.Scim;
import dev.scimbridge.upstream.graphql.Credentials;
import dev.scimbridge.upstream.graphql.Endpoint;
import dev.scimbridge.upstream.graphql.GraphqlWorkspace;
import dev.scimbridge.upstream.graphql.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** The bridge's own parts in this process, from one start to its end. */
final class Household {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BREATH = Duration.ofSeconds(1);

    final Store store;
    final Directory directory;
    final Provisioning provisioning;
    private final Ground ground;
    private final Room.House house;
    private final GraphqlWorkspace upstream;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private ScimDoor door;

    /** What outlives it. */
    record Ground(StoreKit kit, Workspace workspace, Clock clock, Duration patience) {}

    Household(Ground ground, Room.House house, Interlock.Opening opening) {
        this.ground = ground;
        this.house = house;
        Presentation presentation = new Presentation(house.types());
        directory = new Directory(presentation);
        store = ground.kit.open(new Memory(directory));
        store.load(directory::publish);
        upstream = upstream();
        provisioning = new Provisioning(
                new Provisioning.Ground(store, upstream, ground.clock, BREATH, house.rate()),
                new Provisioning.Rules(
                        house.policy(),
                        new Drafts(house.types(), presentation, AddressRules.ANY),
                        house.guards(),
                        Someone.NAMESPACE,
                        ground.patience,
                        false),
                directory,
                presentation,
                this::thread);
        provisioning.recover(opening);
        provisioning.begin();
        until(directory::isOpen);
    }

    private record Memory(Directory directory) implements Picture {
        @Override
        public void published(Changes changes) {
            directory.publish(changes);
        }

        @Override
        public User remembered(UUID id) {
            return directory.snapshot().people().record(id);
        }
    }

    private GraphqlWorkspace upstream() {
        var keys = ground.workspace.credentials();
        return new GraphqlWorkspace(
                new Endpoint(
                        ground.workspace.endpoint().toString(),
                        Credentials.read(keys.apiKey(), keys.apiSecret(), null)),
                Limits.DEFAULT,
                ground.clock);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "room-" + threads.size());
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(condition);
    }

    /** A client at its SCIM door. */
    Scim scim() {
        if (door == null) {
            Desk desk = new Desk(
                    provisioning.intake(),
                    provisioning.groups(),
                    directory,
                    house.types(),
                    new Cursors(new byte[Cursors.KEY_BYTES], ground.clock),
                    provisioning.operations(),
                    Runnable::run);
            try {
                door = ScimDoor.shut(
                                new Front(new InetSocketAddress("127.0.0.1", 0), null, false),
                                (any, from) -> new Holder("okta", true, true),
                                desk)
                        .open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Scim("http://127.0.0.1:" + door.port() + "/scim/v2", "a token");
    }

    /** Whether nobody has anything to do now, nor is anything under way. */
    boolean isQuiet() {
        boolean idle = store.write(
                        tx -> tx.claims().open().isEmpty() && tx.intents().all().isEmpty())
                .toCompletableFuture()
                .join();
        return idle && store.due(ground.clock.instant(), 1).isEmpty();
    }

    /** Ends wherever it is. What it has in hand comes to nothing: its store is closed already. */
    void perish() {
        Thread end = new Thread(provisioning::close, "end");
        end.start();
        until(() -> {
            threads.forEach(Thread::interrupt);
            return !end.isAlive();
        });
        upstream.close();
        closeDoor();
    }

    /** Ends in good order. */
    void close() {
        closeDoor();
        provisioning.close();
        upstream.close();
        provisioning.await();
        store.close();
    }

    private void closeDoor() {
        if (door != null) {
            door.close();
        }
    }
}
