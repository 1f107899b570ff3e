package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SoonTest {
    @Test
    @Timeout(60)
    void who_needs_it_makes_it_while_nobody_else_can() {
        CountDownLatch free = new CountDownLatch(1);
        try {
            for (int i = 0; i < ForkJoinPool.commonPool().getParallelism(); i++) {
                ForkJoinPool.commonPool().execute(() -> await(free));
            }
            Soon<Thread> maker = Soon.beside(Thread::currentThread);
            assertThat(maker.get()).isSameAs(Thread.currentThread());
        } finally {
            free.countDown();
        }
    }

    @Test
    void it_is_made_once_for_all_who_need_it() {
        AtomicInteger made = new AtomicInteger();
        Soon<Integer> soon = Soon.beside(made::incrementAndGet);
        List<Integer> seen =
                IntStream.range(0, 100).parallel().mapToObj(i -> soon.get()).toList();
        assertThat(seen).hasSize(100).containsOnly(1);
    }

    @Test
    void what_cannot_be_made_fails_all_who_need_it() {
        IllegalStateException failure = new IllegalStateException("no room");
        Soon<String> soon = Soon.beside(() -> {
            throw failure;
        });
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(soon::get)
                    .isInstanceOf(CompletionException.class)
                    .hasCause(failure);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
