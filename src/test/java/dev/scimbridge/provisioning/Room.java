package dev.scimbridge.provisioning;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Planner;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.sandbox.Control;
import dev.scimbridge.sandbox.HandWoundClock;
import dev.scimbridge.sandbox.Options;
import dev.scimbridge.sandbox.Workspace;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.Samples;
import dev.scimbridge.store.AuditLog;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.contract.StoreKit;
import dev.scimbridge.store.sqlite.SqliteKit;
import dev.scimbridge.story.Scim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The whole room at work: a store on disk, a pretend workspace on a socket, and a clock that only a hand moves. */
final class Room implements AutoCloseable {
    static final Duration SETTLING = Duration.ofSeconds(5);
    static final String LEAVE = "{'op':'replace','path':'active','value':false}";
    static final String FIRST_ADMIN = "alexandra.james@paradime.example";
    static final String SECOND_ADMIN = "max.miller@paradime.example";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final HandWoundClock clock = new HandWoundClock();
    final Workspace workspace;
    final Control control;
    private final StoreKit kit = new SqliteKit();
    private final Duration patience;
    private House house;
    private Interlock.Opening opening = Interlock.Opening.LIVE;
    private Household bridge;

    /** What an operator has set. */
    record House(AccountTypeRules types, Guards guards, boolean enforcing, int rate) {
        Planner.Policy policy() {
            return new Planner.Policy(3, Duration.ofDays(1), SETTLING, enforcing);
        }

        House(AccountTypeRules types, Guards guards, boolean enforcing) {
            this(types, guards, enforcing, 1000);
        }

        static final House USUAL = new House(AccountTypeRules.DEFAULT, new Guards(Set.of(), null));

        House(AccountTypeRules types, Guards guards) {
            this(types, guards, false, 1000);
        }
    }

    private Room(int people, Duration patience, House house) {
        this.patience = patience;
        this.house = house;
        workspace = Workspace.start(Options.usual().withPeople(people).withClock(clock));
        control = Control.of(workspace);
        bridge = open();
    }

    /** Writes are answered as soon as they are on disk; what they need is done meanwhile. */
    static Room with(int people) {
        return with(people, House.USUAL);
    }

    static Room with(int people, House house) {
        return new Room(people, Duration.ZERO, house);
    }

    /** Writes wait for what the workspace says, for as long as it takes. */
    static Room patient(int people) {
        return patient(people, House.USUAL);
    }

    static Room patient(int people, House house) {
        return new Room(people, Duration.ofMinutes(5), house);
    }

    private Household open() {
        return new Household(new Household.Ground(kit, workspace, clock, patience), house, opening);
    }

    /** The bridge is started again, this time so. */
    void restart(Interlock.Opening next) {
        opening = next;
        crash();
    }

    /** An operator has set something else, and starts it again. */
    void restart(House next) {
        house = next;
        crash();
    }

    Interlock interlock() {
        return bridge.provisioning.interlock();
    }

    Plans plans() {
        return bridge.provisioning.plans();
    }

    /** As after a power cut: what is not on disk by now is lost, and a call that runs ends without anybody hearing. */
    void crash() {
        kit.cut();
        bridge.perish();
        bridge = open();
    }

    /** As after SIGTERM and a new start. */
    void restart() {
        bridge.close();
        bridge = open();
    }

    /** A client at the room's own SCIM door. */
    Scim scim() {
        return bridge.scim();
    }

    /** Whether nobody has anything to do now, nor is anything under way. */
    boolean isQuiet() {
        return bridge.isQuiet();
    }

    CompletableFuture<User> creating(String address, String role) {
        return creating("{'userName':'" + address + "','roles':[{'value':'" + role + "'}]}");
    }

    /** With quotes of one stroke. */
    CompletableFuture<User> creating(String sent) {
        return bridge.provisioning
                .intake()
                .create(Samples.user(sent), request())
                .toCompletableFuture();
    }

    void create(String address, String role) {
        var unused = creating(address, role).join();
    }

    /** Somebody who was created, invited and has signed up, as a listing has shown. */
    void member(String address, String role) {
        create(address, role);
        await(() -> control.applied("inviteUser", address) == 1);
        control.accept(address);
        pass(SETTLING);
        await(() -> is(address, State.SETTLED));
    }

    CompletableFuture<User> patching(String address, String operations) {
        return bridge.provisioning
                .intake()
                .patch(user(address).id(), Samples.patch(operations, ResourceSchema.USER), request())
                .toCompletableFuture();
    }

    void patch(String address, String operations) {
        var unused = patching(address, operations).join();
    }

    static String role(String type) {
        return "{'op':'replace','path':'roles','value':[{'value':'" + type + "','primary':true}]}";
    }

    CompletableFuture<User> deleting(String address) {
        return bridge.provisioning
                .intake()
                .delete(user(address).id(), request())
                .toCompletableFuture();
    }

    GroupIntake groups() {
        return bridge.provisioning.groups();
    }

    Snapshot snapshot() {
        return bridge.directory.snapshot();
    }

    /** What was written of this person: asked, meant and why, oldest first. */
    List<Entry> timeline(String address) {
        return kit.audit().history(user(address).id(), 1000).stream()
                .map(AuditLog.Line::entry)
                .toList();
    }

    /** Why, in the entries of this kind about this person, oldest first. */
    List<String> noted(String address, String kind) {
        return timeline(address).stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(entry -> String.valueOf(entry.words().why()))
                .toList();
    }

    /** Whether it is written down how this command ended. */
    boolean isEnded(String address, String command) {
        return timeline(address).stream()
                .anyMatch(entry -> String.valueOf(entry.words().called()).startsWith(command));
    }

    AuditLog audit() {
        return kit.audit();
    }

    static Intake.Request request() {
        return new Intake.Request("okta", null, null, true);
    }

    boolean knows(String address) {
        return bridge.directory.snapshot().people().at(Address.of(address)) != null;
    }

    User user(String address) {
        User user = bridge.directory.snapshot().people().at(Address.of(address));
        if (user == null) {
            throw new AssertionError("nobody is known as " + address);
        }
        return user;
    }

    boolean is(String address, State state) {
        return user(address).course().state() == state;
    }

    Operations operations() {
        return bridge.provisioning.operations();
    }

    /** Some time goes by, and whoever waits for it notices. */
    void wind(Duration time) {
        clock.wind(time);
        bridge.provisioning.stir();
    }

    Erasing erasing() {
        return bridge.provisioning.erasing();
    }

    /** Some time goes by, and a listing asked for at its end is taken in. */
    void pass(Duration time) {
        clock.wind(time);
        Instant now = clock.instant();
        // A listing that was on its way is none of these, and the next comes a little later.
        awaitPassing(Duration.ofMillis(50), () -> {
            Instant listed = operations().status().listed();
            return listed != null && !listed.isBefore(now);
        });
    }

    /** The same in small steps, as it goes by in real life. */
    void pass(Duration step, int times) {
        for (int i = 0; i < times; i++) {
            pass(step);
        }
    }

    /** Waits while the clock stands. */
    void await(Callable<Boolean> condition) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(clock.instant() + " " + operations().status() + "\n" + control.log(), e);
        }
    }

    /** Waits while time goes by, so much at each look. */
    void awaitPassing(Duration step, Callable<Boolean> condition) {
        await(() -> {
            if (condition.call()) {
                return true;
            }
            clock.wind(step);
            return false;
        });
    }

    /** When calls of this operation about this person arrived, by the room's own clock. */
    List<Instant> calls(String operation, String person) {
        return control.log(operation, person).stream()
                .map(call -> Instant.parse(call.at()))
                .toList();
    }

    @Override
    public void close() {
        control.heal();
        control.drop();
        bridge.close();
        kit.close();
        workspace.close();
    }
}
