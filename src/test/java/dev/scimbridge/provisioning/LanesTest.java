package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final Lanes<String> lanes = new Lanes<>();
    private final List<String> begun = new ArrayList<>();

    @Test
    void work_in_one_lane_is_done_in_the_order_in_which_it_came() {
        List<CompletableFuture<String>> works = works(4);
        List<CompletionStage<String>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(begin("max", "w" + i, works.get(i)));
        }
        assertThat(begun).containsExactly("w0");
        works.get(2).complete("done early");
        assertThat(begun).containsExactly("w0");
        works.get(0).complete("first");
        assertThat(begun).containsExactly("w0", "w1");
        works.get(1).complete("second");
        assertThat(begun).containsExactly("w0", "w1", "w2", "w3");
        assertThat(answers.get(2).toCompletableFuture().join()).isEqualTo("done early");
        assertThat(answers.get(3).toCompletableFuture()).isNotDone();
    }

    @Test
    void lanes_do_not_wait_for_each_other() {
        begin("max", "max", new CompletableFuture<>());
        begin("ana", "ana", new CompletableFuture<>());
        assertThat(begun).containsExactly("max", "ana");
    }

    @Test
    void work_that_fails_or_throws_is_told_and_does_not_stop_the_next() {
        List<CompletableFuture<String>> works = works(2);
        CompletionStage<String> failing = begin("max", "failing", works.get(0));
        CompletionStage<String> throwing = lanes.run("max", () -> {
            throw new IllegalStateException("thrown");
        });
        CompletionStage<String> last = begin("max", "last", works.get(1));
        works.get(0).completeExceptionally(new IllegalStateException("failed"));
        works.get(1).complete("done");
        assertThat(failing.toCompletableFuture()).isCompletedExceptionally();
        assertThat(throwing.toCompletableFuture()).isCompletedExceptionally();
        assertThat(last.toCompletableFuture().join()).isEqualTo("done");
    }

    @Test
    void a_lane_nobody_is_in_takes_no_memory() {
        List<CompletableFuture<String>> works = works(3);
        begin("max", "1", works.get(0));
        begin("max", "2", works.get(1));
        begin("ana", "3", works.get(2));
        works.get(0).completeExceptionally(new IllegalStateException("failed"));
        works.get(2).complete("done");
        assertThat(lanes).extracting("last").asInstanceOf(MAP).hasSize(1);
        works.get(1).complete("done");
        assertThat(lanes).extracting("last").asInstanceOf(MAP).isEmpty();
    }

    @Test
    void whoever_hears_that_work_is_done_may_begin_more_of_it() {
        List<CompletableFuture<String>> works = works(2);
        var unused = begin("max", "1", works.get(0)).thenCompose(done -> begin("max", "2", works.get(1)));
        works.get(0).complete("done");
        assertThat(begun).containsExactly("1", "2");
        assertThat(unused.toCompletableFuture()).isNotDone();
    }

    private CompletionStage<String> begin(String lane, String name, CompletableFuture<String> work) {
        return lanes.run(lane, () -> {
            begun.add(name);
            return work;
        });
    }

    private static List<CompletableFuture<String>> works(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CompletableFuture<String>())
                .toList();
    }
}
