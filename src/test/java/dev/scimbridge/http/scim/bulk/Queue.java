package dev.scimbridge.http.scim.bulk;

import dev.scimbridge.scim.ScimProblem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Carries operations out at once and by rule; what comes after one waits until the test runs it. */
final class Queue implements Hand, Executor {
    final List<Operation> begun = new ArrayList<>();
    final List<Integer> depths = new ArrayList<>();

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Function<Operation, Result> rule;

    Queue(Function<Operation, Result> rule) {
        this.rule = rule;
    }

    /** Everything succeeds; what is created for {@code bulkId} x has the id id-x. */
    static Result success(Operation operation) {
        return operation.creates()
                ? Result.done(operation, 201, "id-" + operation.bulkId(), "W/\"1\"")
                : Result.done(operation, 200, "id", "W/\"2\"");
    }

    static Result failure(Operation operation) {
        return Result.refused(operation, ScimProblem.uniqueness("taken"));
    }

    @Override
    public CompletionStage<Result> carryOut(Operation operation) {
        begun.add(operation);
        depths.add(Thread.currentThread().getStackTrace().length);
        return CompletableFuture.completedStage(rule.apply(operation));
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    /** The results, once nothing waits any more. */
    List<Result> answer(BulkRequest request) {
        CompletableFuture<List<Result>> answer =
                Batch.begin(request, this, this, () -> 0).toCompletableFuture();
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
        return answer.getNow(List.of());
    }

    List<Integer> statuses(BulkRequest request) {
        return answer(request).stream().map(Result::status).toList();
    }
}
