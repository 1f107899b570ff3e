package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.provisioning.Admission.Ready;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Patch;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes SCIM writes in. A write is durable before it is answered; one that needs a command waits, for a bounded time
 * and without a thread, to hear whether the workspace refuses it. Every stage completes with the person as they are now
 * shown, or fails with {@link ScimProblem} or {@link Unwritten}.
 */
public final class Intake implements Writes<User> {
    private final Store store;
    private final Directory directory;
    private final Drafts drafts;
    private final Admission admission;
    private final Desk desk;
    private final Lanes<Address> lanes = new Lanes<>();

    /**
     * What a waiting write needs.
     *
     * @param patience how long a write waits for the workspace, queueing included
     * @param rejecting whether writes are turned away while the workspace is known to be down
     */
    record Desk(
            Circuit circuit, Counter counter, ScheduledExecutorService timer, Duration patience, boolean rejecting) {}

    /** Where a write is carried out once it is on disk. */
    interface Counter {
        /** Something was committed, and somebody may have fallen due. */
        void stir();

        /** This write waits to hear what the workspace says. */
        void attend(User intent);

        /** This write has waited long enough. */
        void promote(UUID person);
    }

    /**
     * Who writes.
     *
     * @param connection the token's name
     * @param client what the client calls itself, null if nothing
     * @param ifMatch the version the client last saw, null if it does not say
     * @param waits whether the answer may wait to hear what the workspace says
     */
    public record Request(
            String connection,
            @Nullable String client,
            @Nullable IfMatch ifMatch,
            boolean waits) {
        Entry.By by() {
            return new Entry.By(connection, client);
        }
    }

    /** The condition of a write (RFC 7644 3.14). */
    public interface IfMatch {
        boolean admits(String version);
    }

    Intake(Store store, Directory directory, Drafts drafts, Admission admission, Desk desk) {
        this.store = store;
        this.directory = directory;
        this.drafts = drafts;
        this.admission = admission;
        this.desk = desk;
    }

    @Override
    public CompletionStage<User> create(Document sent, Request request) {
        return guarded(() -> {
            Address address = drafts.addresses().address(sent);
            return write(address, new Write.Create(address, drafts.introduced(sent), request));
        });
    }

    @Override
    public CompletionStage<User> replace(UUID id, Document sent, Request request) {
        return guarded(() -> write(lane(id), new Write.Replace(id, sent, request)));
    }

    @Override
    public CompletionStage<User> patch(UUID id, Patch patch, Request request) {
        return guarded(() -> write(lane(id), new Write.Modify(id, patch, request)));
    }

    @Override
    public CompletionStage<User> delete(UUID id, Request request) {
        return guarded(() -> write(lane(id), new Write.Remove(id, request)));
    }

    private static CompletionStage<User> guarded(Supplier<CompletionStage<User>> work) {
        try {
            return work.get();
        } catch (ScimProblem problem) {
            return CompletableFuture.failedStage(problem);
        }
    }

    private Address lane(UUID id) {
        User user = directory.snapshot().people().find(id);
        if (user == null) {
            throw ScimProblem.notFound("there is no user " + id);
        }
        return user.identity().address();
    }

    private CompletionStage<User> write(Address lane, Write write) {
        if (desk.rejecting && desk.circuit.isDown()) {
            throw ScimProblem.tooManyRequests("the workspace cannot be reached: " + desk.circuit.words())
                    .after(Duration.ofSeconds(30));
        }
        long deadline = System.nanoTime() + desk.patience.toNanos();
        return lanes.run(lane, () -> admit(write, deadline)).exceptionallyCompose(Unwritten::unlessTold);
    }

    private CompletionStage<User> admit(Write write, long deadline) {
        long left = deadline - System.nanoTime();
        boolean patient = write.request().waits() && left > 0 && !desk.circuit.isDown();
        CompletableFuture<User> place = patient ? new CompletableFuture<>() : null;
        Ready ready = admission.ready(write);
        return store.write(tx -> admission.admit(tx, ready, place))
                .whenComplete((admitted, failure) -> {
                    if (failure != null && place != null) {
                        admission.forget(place);
                    }
                })
                .thenCompose(admitted -> answered(admitted, left));
    }

    private CompletionStage<User> answered(Admission.Admitted admitted, long nanos) {
        if (admitted.user().course().due() != null) {
            desk.counter.stir();
        }
        if (admitted.problem() != null) {
            return CompletableFuture.failedStage(admitted.problem());
        }
        CompletableFuture<User> answer = admitted.answer();
        if (answer == null) {
            return CompletableFuture.completedStage(admitted.user());
        }
        return await(admitted.user(), answer, nanos);
    }

    private CompletionStage<User> await(User intent, CompletableFuture<User> answer, long nanos) {
        desk.counter.attend(intent);
        var alarm = desk.timer.schedule(() -> desk.counter.promote(intent.id()), nanos, TimeUnit.NANOSECONDS);
        return answer.whenComplete((user, failure) -> alarm.cancel(false));
    }
}
