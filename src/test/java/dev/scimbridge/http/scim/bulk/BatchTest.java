package dev.scimbridge.http.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.scim.ScimProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void results_come_in_the_order_of_the_request_and_references_become_ids() {
        Queue queue = new Queue(Queue::success);
        List<Result> results = queue.answer(
                Written.bulk(Written.patch("/Groups/bulkId:g", "u"), Written.post("g"), Written.post("u")));
        assertThat(results).extracting(Result::status).containsExactly(200, 201, 201);
        assertThat(results).extracting(Result::id).containsExactly("id", "id-g", "id-u");
        Operation last = queue.begun.get(2);
        assertThat(last.path()).isEqualTo("/Groups/id-g");
        assertThat(last.data().toString()).contains("\"value\":\"id-u\"").doesNotContain("bulkId");
    }

    @Test
    void what_refers_to_what_failed_is_refused_by_name_and_the_others_go_on() {
        Queue queue = new Queue(each -> "a".equals(each.bulkId()) ? Queue.failure(each) : Queue.success(each));
        List<Result> results = queue.answer(
                Written.bulk(Written.post("a"), Written.post("b", "a"), Written.post("c", "b"), Written.post("d")));
        assertThat(results).extracting(Result::status).containsExactly(409, 400, 400, 201);
        ScimProblem refused = results.get(1).problem();
        assertThat(refused).isNotNull();
        assertThat(refused.scimType()).isEqualTo("invalidValue");
        assertThat(refused.detail()).contains("bulkId a ");
        assertThat(queue.begun).hasSize(2);
    }

    @Test
    void after_so_many_errors_nothing_more_is_done_and_the_rest_is_left_out() {
        List<String> said = List.of(
                Written.post("a", "none"),
                Written.post("b"),
                Written.post("taken"),
                Written.post("c"),
                "{'method':'PUT'}",
                Written.post("d"));
        for (int limit = 1; limit <= 4; limit++) {
            Queue queue = new Queue(each -> "taken".equals(each.bulkId()) ? Queue.failure(each) : Queue.success(each));
            List<Integer> all = List.of(400, 201, 409, 201, 400, 201);
            int done = List.of(1, 3, 5, 6).get(limit - 1);
            assertThat(queue.statuses(Written.bulk(limit, said))).isEqualTo(all.subList(0, done));
        }
    }

    @Test
    void what_has_not_begun_when_the_time_is_over_is_told_to_come_again_and_is_not_done() {
        AtomicLong ticker = new AtomicLong(Long.MAX_VALUE - 5);
        List<String> begun = new ArrayList<>();
        Hand slow = operation -> {
            begun.add(operation.path());
            ticker.addAndGet(10 * SECOND);
            return CompletableFuture.completedStage(Queue.success(operation));
        };
        BulkRequest seven = Written.bulk(5, Collections.nCopies(7, Written.patch("/Groups/1")));
        List<Result> results = Batch.begin(seven, slow, Runnable::run, ticker::get)
                .toCompletableFuture()
                .join();
        assertThat(results).extracting(Result::status).containsExactly(200, 200, 200, 503, 503, 503, 503);
        assertThat(begun).hasSize(3);
        assertThat(new String(BulkResponse.bytes(results, ""), StandardCharsets.UTF_8))
                .contains("not begun (Retry-After: 5)");
    }

    @Test
    void a_thousand_operations_that_succeed_at_once_need_no_deep_stack() {
        Queue queue = new Queue(Queue::success);
        List<String> thousand =
                IntStream.range(0, 1000).mapToObj(i -> Written.post("n" + i)).toList();
        assertThat(queue.answer(Written.bulk(0, thousand))).hasSize(1000);
        assertThat(Collections.max(queue.depths)).isLessThan(Collections.min(queue.depths) + 20);
    }

    @Test
    void a_fault_of_the_bridge_is_told_and_nobody_waits_for_ever() {
        Queue queue = new Queue(each -> {
            if (each.method().equals("DELETE")) {
                throw new IllegalStateException("fault");
            }
            return Queue.success(each);
        });
        BulkRequest request = Written.bulk(Written.post("a"), "{'method':'DELETE','path':'/Users/1'}");
        CompletableFuture<List<Result>> answer =
                Batch.begin(request, queue, Runnable::run, () -> 0).toCompletableFuture();
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }
}
