package dev.scimbridge.app;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.User;
import dev.scimbridge.http.manage.ManagementDoor;
import dev.scimbridge.http.scim.Desk;
import dev.scimbridge.http.scim.ScimDoor;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Planner;
import dev.scimbridge.provisioning.Provisioning;
import dev.scimbridge.store.sqlite.SqliteStore;
import dev.scimbridge.upstream.graphql.Credentials;
import dev.scimbridge.upstream.graphql.Endpoint;
import dev.scimbridge.upstream.graphql.GraphqlWorkspace;
import dev.scimbridge.upstream.graphql.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole bridge, wired by hand: this is where the rooms meet. */
public final class Bridge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    private static final int ANSWERERS = 4;

    /** Of the ids (UUIDv5). Kept in the store from its first day; the same for all, so that a lost store loses no id. */
    private static final String NAMESPACE = "7c1f3a52-9c55-4b0e-8f5e-2f0d7f2b6a11";

    /** What was opened, to be closed in the opposite order. */
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private final ScimDoor scim;
    private final ManagementDoor management;

    private Bridge(Settings settings) {
        try {
            Clock clock = SteadyClock.start();
            ThreadFactory threads = threads();
            Settings.Rules rules = settings.rules();
            AccountTypeRules types = accountTypes(rules.accountTypes());
            Presentation presentation = new Presentation(types);
            Directory directory = new Directory(presentation);
            Commits commits = new Commits(directory);
            SqliteStore store = opened(SqliteStore.open(settings.data(), threads, Runnable::run, commits::published));
            store.load(user -> directory.publish(List.of(user)));
            UUID namespace = remembered(store, directory);
            GraphqlWorkspace workspace = opened(workspace(settings.workspace(), clock));
            Provisioning provisioning = opened(new Provisioning(
                    new Provisioning.Ground(
                            store,
                            workspace,
                            clock,
                            settings.workspace().pace().poll(),
                            settings.workspace().pace().maxRate()),
                    rules(settings, types, presentation, namespace),
                    directory,
                    presentation,
                    threads));
            commits.stir = provisioning::stir;
            provisioning.start();
            ExecutorService answers = Executors.newFixedThreadPool(ANSWERERS, threads);
            opened.push(answers::shutdown);
            Desk desk = new Desk(provisioning.intake(), directory, presentation, provisioning.operations(), answers);
            scim = opened(ScimDoor.open(
                    address(settings.doors().scim()), settings.doors().tokens()::nameOf, desk));
            // Last, so that whoever is told "ready" finds the SCIM door open.
            management = opened(ManagementDoor.open(address(settings.doors().management()), provisioning.operations()));
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Opens everything and begins.
     *
     * @throws dev.scimbridge.store.StoreProblem if the store cannot be opened
     * @throws UncheckedIOException if a port cannot be had, with the {@link java.net.BindException} as its cause
     */
    public static Bridge start(Settings settings) {
        return new Bridge(settings);
    }

    public int scimPort() {
        return scim.port();
    }

    public int managementPort() {
        return management.port();
    }

    /** What a commit sets off: readers see it, and who fell due by it is served. */
    private static final class Commits {
        private final Directory directory;
        private volatile Runnable stir = () -> {};

        Commits(Directory directory) {
            this.directory = directory;
        }

        void published(List<User> changed) {
            directory.publish(changed);
            stir.run();
        }
    }

    private static UUID remembered(SqliteStore store, Directory directory) {
        return store.write(tx -> {
                    if (tx.facts().find(Provisioning.BELIEVED) != null) {
                        directory.open();
                    }
                    String kept = tx.facts().find("namespace");
                    if (kept == null) {
                        tx.facts().put("namespace", NAMESPACE);
                    }
                    return UUID.fromString(kept == null ? NAMESPACE : kept);
                })
                .toCompletableFuture()
                .join();
    }

    private static GraphqlWorkspace workspace(Settings.Workspace settings, Clock clock) {
        Secret key = settings.credentials().key();
        Credentials credentials = Credentials.read(
                key == null ? null : key.reveal(),
                settings.credentials().secret().reveal(),
                settings.credentials().workspaceUid());
        Endpoint endpoint = new Endpoint(settings.endpoint().toString(), credentials);
        return new GraphqlWorkspace(
                endpoint, Limits.DEFAULT.withMutation(settings.pace().callTimeout()), clock);
    }

    private static Provisioning.Rules rules(
            Settings settings, AccountTypeRules types, Presentation presentation, UUID namespace) {
        Settings.Rules rules = settings.rules();
        Planner.Policy policy = new Planner.Policy(
                rules.invites().budget(),
                rules.invites().gap(),
                settings.workspace().pace().settling(),
                rules.drift() == Settings.Drift.ENFORCE);
        boolean workEmailFirst = rules.identities().emailFrom() == Settings.EmailFrom.WORK_EMAIL;
        Settings.Writes writes = settings.doors().writes();
        return new Provisioning.Rules(
                policy,
                new Drafts(types, presentation, workEmailFirst),
                guards(rules.guards()),
                namespace,
                writes.patience(),
                writes.onOutage() == Settings.OnOutage.REJECT);
    }

    private static AccountTypeRules accountTypes(Settings.AccountTypes settings) {
        Map<String, AccountType> aliases = new HashMap<>();
        settings.aliases().forEach((name, type) -> aliases.put(name.toLowerCase(Locale.ROOT), type));
        return new AccountTypeRules(
                settings.byDefault(),
                settings.grantable() == null ? Set.of() : settings.grantable(),
                settings.rank(),
                aliases);
    }

    private static Guards guards(Settings.Guards settings) {
        Set<String> exempt = new HashSet<>(settings.exempt().uids());
        settings.exempt().addresses().stream().map(Address::value).forEach(exempt::add);
        @Nullable
        Integer most = settings.maxDeactivations().isPresent()
                ? settings.maxDeactivations().getAsInt()
                : null;
        return new Guards(exempt, most);
    }

    private static InetSocketAddress address(Settings.Door door) {
        return new InetSocketAddress(door.host(), door.port());
    }

    private static ThreadFactory threads() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "bridge-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    /** Refuses new work, finishes what was begun, and lets go of the store last. */
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
