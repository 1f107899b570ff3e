package dev.scimbridge.provisioning;

import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Done;
import dev.scimbridge.lifecycle.Levers;
import dev.scimbridge.provisioning.Steps.Next;
import dev.scimbridge.store.Claims.Claim;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.StoreUnavailable;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the next step for one person: decides in one transaction, pulls at most one lever, and records its end in
 * another. The claim is on disk before the lever is pulled; a claim without an end means that nobody knows.
 */
final class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration STORE_AGAIN = Duration.ofSeconds(1);

    private final Store store;
    private final Levers levers;
    private final Steps steps;
    private final Waiting waiting;
    private final Outlook outlook;

    /**
     * The workspace's side of a step.
     *
     * @param look asks for a listing on behalf of this person, who is served again when it is there
     * @param again serves this person again, in a turn of their own
     */
    record Outlook(Circuit circuit, Pace pace, Consumer<UUID> look, Consumer<UUID> again) {}

    Reconciler(Store store, Levers levers, Steps steps, Waiting waiting, Outlook outlook) {
        this.store = store;
        this.levers = levers;
        this.steps = steps;
        this.waiting = waiting;
        this.outlook = outlook;
    }

    /** Takes the next step for this person, if there is one now. Blocks while the workspace is called. */
    void serve(UUID person) {
        Claim claim = carriedOut(person, AtOnce.in(store, tx -> steps.decide(tx, person)));
        if (claim == null) {
            outlook.pace.giveBack();
            return;
        }
        Answer<Done> answer = pull(claim);
        carriedOut(person, concluded(claim, answer));
    }

    /** The write that waits for this person has waited long enough: it stands. Does not block. */
    void promote(UUID person) {
        var unused = store.write(tx -> steps.promote(tx, person)).whenComplete((next, failure) -> {
            if (failure == null) {
                carriedOut(person, next);
            } else {
                waiting.refuse(person, new StoreUnavailable("the store cannot be written", failure));
            }
        });
    }

    private Answer<Done> pull(Claim claim) {
        Answer<Done> answer = claim.command().pull(levers);
        outlook.circuit.heard(answer, claim.person());
        LOG.info("{}: {}", claim.command(), Words.of(answer));
        return answer;
    }

    private @Nullable Claim carriedOut(UUID person, Next next) {
        if (next.accepted() != null) {
            waiting.accept(next.accepted());
        }
        if (next.refused() != null) {
            waiting.refuse(person, next.refused());
        }
        if (next.look()) {
            outlook.look.accept(person);
        }
        if (next.again()) {
            outlook.again.accept(person);
        }
        return next.claim();
    }

    /** The end of a command must be recorded: until the store can, this thread has nothing better to do. */
    private Next concluded(Claim claim, Answer<Done> answer) {
        while (true) {
            try {
                return AtOnce.in(store, tx -> steps.conclude(tx, claim, answer));
            } catch (StoreUnavailable e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.debug("the end of {} cannot be recorded, trying again", claim.command(), e);
                LockSupport.parkNanos(STORE_AGAIN.toNanos());
            }
        }
    }
}
