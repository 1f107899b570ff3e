package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Backoff;
import dev.scimbridge.lifecycle.Planner;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.store.Store;
import dev.scimbridge.upstream.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The room at work: SCIM writes come in through {@link #intake()}, the workspace is watched, and what is due is done,
 * until it is closed.
 */
public final class Provisioning implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** So many people are served at once; each may wait for one call to the workspace. */
    private static final int SERVERS = 8;

    private final Store store;
    private final Directory directory;
    private final Steps steps;
    private final Waiting waiting = new Waiting();
    private final Service service;
    private final WorkLoop loop;
    private final RosterWatch watch;
    private final ScheduledExecutorService timer;
    private final Intake intake;
    private final ExecutorService drafting;
    private final Catchup catchup;
    private final GroupIntake groups;
    private final Operations operations;
    private final Erasing erasing;
    private final Interlock interlock;
    private final Plans plans;

    /**
     * The rules of the house.
     *
     * @param patience how long a SCIM write waits for the workspace
     * @param rejecting whether writes are turned away while the workspace is known to be down
     */
    public record Rules(
            Planner.Policy policy,
            Drafts drafts,
            Guards guards,
            UUID namespace,
            Duration patience,
            boolean rejecting) {}

    /**
     * What the room stands on.
     *
     * @param pollInterval between two listings when nobody asks, at least
     * @param callsASecond at most so many calls towards the workspace
     */
    public record Ground(Store store, Workspace workspace, Clock clock, Duration pollInterval, int callsASecond) {}

    public Provisioning(
            Ground ground, Rules rules, Directory directory, Presentation presentation, ThreadFactory threads) {
        this.store = ground.store;
        this.directory = directory;
        // Whoever polls often wants to know soon that an outage is over.
        Duration pause = ground.pollInterval.compareTo(LONGEST_PAUSE) < 0 ? ground.pollInterval : LONGEST_PAUSE;
        Backoff pauses = new Backoff(SHORTEST_PAUSE, pause);
        Circuit circuit = new Circuit(ground.clock, pause, Provisioning::random);
        Register register =
                new Register(new Planner(rules.policy), presentation, rules.drafts.addresses(), ground.clock);
        this.interlock = new Interlock(store, register::now, this::wake);
        RosterFold.Gates gates = new RosterFold.Gates(interlock, this::serveAgain);
        RosterFold.Ids ids = new RosterFold.Ids(rules.namespace, rules.policy.settling());
        RosterFold fold = new RosterFold(store, directory, register, ids, gates);
        // Whoever has drift set right wants to know of it soon.
        Cadence cadence = new Cadence(ground.pollInterval, !rules.policy.enforce(), store::revision);
        RosterWatch.Tact tact =
                new RosterWatch.Tact(ground.clock, cadence, pauses, store::revision, Provisioning::random);
        Pace pace = new Pace(ground.clock, ground.callsASecond);
        RosterWatch.Health health = new RosterWatch.Health(circuit, pace);
        this.watch = new RosterWatch(ground.workspace, fold, health, tact, threads);
        Gate gate = new Gate(rules.guards, register);
        Kept kept = new Kept(gate, register);
        this.steps = new Steps(
                register,
                new Steps.Rules(kept, new Reissue(register, rules.namespace)),
                new Turnstile(rules.guards, fold, circuit, interlock, register.now()),
                circuit,
                new Conclusion(register, circuit, new Ends(circuit, Provisioning::random)));
        Reconciler.Outlook outlook = new Reconciler.Outlook(circuit, pace, watch::look, this::serveAgain);
        Reconciler reconciler = new Reconciler(store, ground.workspace, steps, waiting, outlook);
        this.service = new Service(reconciler, directory, circuit, pace, ground.clock);
        this.loop = new WorkLoop(store, ground.clock, service, threads, SERVERS);
        this.timer = Executors.newSingleThreadScheduledExecutor(threads);
        Admission.Rules admitted = new Admission.Rules(rules.drafts, gate, rules.namespace);
        Admission admission = new Admission(admitted, register, directory, waiting);
        Intake.Desk desk = new Intake.Desk(circuit, new Counter(reconciler), timer, rules.patience, rules.rejecting);
        this.intake = new Intake(store, directory, rules.drafts, admission, desk);
        Regrouping regrouping = new Regrouping(rules.drafts, gate, register);
        this.catchup = new Catchup(store, regrouping, waiting, timer, this::stir);
        this.drafting = Executors.newSingleThreadExecutor(threads);
        GroupIntake.Desk groupDesk = new GroupIntake.Desk(drafting, waiting, catchup, this::stir);
        this.groups = new GroupIntake(store, directory, new GroupAdmission(register, regrouping), groupDesk);
        this.erasing = new Erasing(store, register);
        this.plans = new Plans(store, directory, new Plans.Tools(gate, register, regrouping), interlock);
        Parts parts = new Parts(store, this::stir);
        Operations.Say say = new Operations.Say(
                new HeldQueue(parts, directory, kept, register),
                new Connections(directory, parts, kept, register),
                interlock,
                rules.drafts.addresses());
        this.operations = new Operations(directory, watch, circuit, fold, say);
    }

    /** Takes up what was left: from here on it may be written. Readers are served if a listing has ever been believed. */
    public void recover(Interlock.Opening opening) {
        interlock.begin(opening);
        boolean believed = store.write(tx -> {
                    var unused = steps.recover(tx);
                    return tx.facts().find(RosterFold.BELIEVED) != null;
                })
                .toCompletableFuture()
                .join();
        if (believed) {
            directory.open();
        }
        operations.held().resume();
    }

    /** Begins to call the workspace. */
    public void begin() {
        watch.start();
        loop.start();
        wake();
        catchup.begin();
    }

    public Intake intake() {
        return intake;
    }

    public GroupIntake groups() {
        return groups;
    }

    public Interlock interlock() {
        return interlock;
    }

    public Plans plans() {
        return plans;
    }

    public Operations operations() {
        return operations;
    }

    public Erasing erasing() {
        return erasing;
    }

    /** The store has committed this: somebody may have fallen due by it. */
    public void committed(Changes changes) {
        if (changes.people().stream().anyMatch(Provisioning::mayBeDue)) {
            loop.stir();
        }
    }

    private static boolean mayBeDue(User user) {
        return user.course().due() != null;
    }

    /** Something may have fallen due, or time has gone by. */
    public void stir() {
        loop.stir();
        watch.stir();
    }

    private static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    private void serveAgain(UUID person) {
        loop.offer(person, service.urgency(person));
    }

    /** Whoever waits for something that may be over need not wait until they fall due. */
    private void wake() {
        directory.snapshot().people().each(user -> {
            State state = user.course().state();
            if (state == State.PENDING || state == State.SHADOW) {
                serveAgain(user.id());
            }
        });
    }

    private final class Counter implements Intake.Counter {
        private final Reconciler reconciler;

        Counter(Reconciler reconciler) {
            this.reconciler = reconciler;
        }

        @Override
        public void stir() {
            loop.stir();
        }

        @Override
        public void attend(User intent) {
            loop.offer(intent.id(), intent.urgency());
        }

        @Override
        public void promote(UUID person) {
            reconciler.promote(person);
        }
    }

    private record Service(Reconciler reconciler, Directory directory, Circuit circuit, Pace pace, Clock clock)
            implements WorkLoop.Service {
        @Override
        public Duration turn() {
            return pace.take();
        }

        @Override
        public void serve(UUID person) {
            reconciler.serve(person);
        }

        @Override
        public int urgency(UUID person) {
            User user = directory.snapshot().people().record(person);
            return user == null ? 2 : user.urgency();
        }

        @Override
        public boolean isPaused() {
            return circuit.pausedUntil().isAfter(clock.instant());
        }
    }

    /**
     * Begins nothing more, and gives what runs a while to come to its end. What is then still calling the workspace ends
     * when the workspace's client is closed; {@link #await} waits for it to be recorded.
     */
    @Override
    public void close() {
        watch.stop();
        loop.stop();
        loop.await(GRACE);
        timer.shutdownNow();
        drafting.shutdown();
    }

    /** Waits for the last records, once no call to the workspace can be under way. */
    public void await() {
        loop.await(GRACE);
        watch.await(GRACE);
    }
}
