package dev.scimbridge.http.scim.bulk;

import dev.scimbridge.scim.ScimProblem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * A bulk request while it is carried out: one operation after the other, each begun when the one before is on disk. No
 * thread waits, and each begins on a stack of its own, so that a thousand need no deep one.
 */
public final class Batch {
    static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Hand hand;
    private final Executor executor;
    private final LongSupplier ticker;
    private final long end;
    private final int failOnErrors;
    private final Iterator<Agenda.Step> steps;

    /** By place in the request. */
    private final Map<Integer, Result> results = new TreeMap<>();

    private final Map<String, String> ids = new HashMap<>();
    private final CompletableFuture<List<Result>> answer = new CompletableFuture<>();
    private int errors;

    private Batch(BulkRequest request, Hand hand, Executor executor, LongSupplier ticker) {
        this.hand = hand;
        this.executor = executor;
        this.ticker = ticker;
        this.end = ticker.getAsLong() + LONGEST.toNanos();
        this.failOnErrors = request.failOnErrors();
        this.steps = Agenda.of(request.operations()).iterator();
    }

    /**
     * Begins.
     *
     * @param executor what comes after an operation
     * @param ticker in nanoseconds, always forward
     * @return the results in the order of the request; what was not done because of {@code failOnErrors} has none
     */
    public static CompletionStage<List<Result>> begin(
            BulkRequest request, Hand hand, Executor executor, LongSupplier ticker) {
        Batch batch = new Batch(request, hand, executor, ticker);
        batch.goOn();
        return batch.answer;
    }

    private void goOn() {
        if (!steps.hasNext() || errors >= failOnErrors) {
            answer.complete(List.copyOf(results.values()));
            return;
        }
        Agenda.Step step = steps.next();
        var unused = begun(step.operation())
                .thenAcceptAsync(
                        result -> {
                            note(step.place(), result);
                            goOn();
                        },
                        executor)
                .exceptionally(fault -> {
                    answer.completeExceptionally(fault);
                    return null;
                });
    }

    private CompletionStage<Result> begun(Operation operation) {
        try {
            return hand.carryOut(ready(operation));
        } catch (ScimProblem problem) {
            return CompletableFuture.completedStage(Result.refused(operation, problem));
        } catch (RuntimeException fault) {
            return CompletableFuture.failedStage(fault);
        }
    }

    private Operation ready(Operation operation) {
        if (ticker.getAsLong() - end >= 0) {
            throw ScimProblem.unavailable("the bulk request has taken its " + LONGEST.toSeconds()
                            + " seconds; this operation was not begun")
                    .after(AGAIN);
        }
        if (operation.wrong() != null) {
            throw operation.wrong();
        }
        return References.resolved(operation, this::id);
    }

    private String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw ScimProblem.invalidValue("what bulkId " + name + " stands for could not be created");
        }
        return id;
    }

    private void note(int place, Result result) {
        results.put(place, result);
        String name = result.operation().bulkId();
        if (result.problem() != null) {
            errors++;
        } else if (name != null && result.operation().creates() && result.id() != null) {
            ids.put(name, result.id());
        }
    }
}
