package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.User;
import dev.scimbridge.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is committed is published: after the commit, before the write completes, in order. */
public abstract class PublishingContract extends Contract {
    private static final User MAX = Cast.stranger("max@acme.io");
    private static final User EVA = Cast.stranger("eva@acme.io");
    private static final User KIM = Cast.stranger("kim@acme.io");

    private final List<List<User>> published = new CopyOnWriteArrayList<>();

    protected PublishingContract(StoreKit kit) {
        super(kit);
    }

    @Test
    void it_is_published_once_it_is_on_disk_and_before_its_write_completes() {
        AtomicReference<Store> opened = new AtomicReference<>();
        AtomicReference<CompletionStage<Long>> stage = new AtomicReference<>();
        List<Object> seen = new CopyOnWriteArrayList<>();
        Store store = kit.open(people -> {
            seen.add(loaded(opened.get()));
            seen.add(opened.get().revision());
            seen.add(stage.get().toCompletableFuture().isDone());
        });
        opened.set(store);
        Runnable release = hold(store);
        stage.set(store.write(transaction -> {
            transaction.people().put(MAX);
            return transaction.revision();
        }));
        release.run();
        long revision = await(stage.get());
        assertThat(seen).containsExactly(List.of(MAX), revision, false);
    }

    @Test
    void works_taken_together_are_committed_and_published_together() {
        Store store = kit.open(changes -> published.add(changes.people()));
        Runnable release = hold(store);
        List<CompletionStage<Long>> stages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            User user = Cast.stranger("p" + i + "@acme.io");
            stages.add(store.write(transaction -> {
                transaction.people().put(user);
                return transaction.revision();
            }));
        }
        release.run();
        assertThat(stages.stream().map(Contract::await)).hasSize(100).isSorted().doesNotHaveDuplicates();
        assertThat(published)
                .singleElement()
                .satisfies(people -> assertThat(people).hasSize(100));
    }

    @Test
    void each_person_is_published_once_in_their_last_state_and_failures_are_not() {
        Store store = kit.open(changes -> published.add(changes.people()));
        Runnable release = hold(store);
        List<User> writes = List.of(MAX, EVA, Cast.next(MAX));
        List<CompletionStage<Object>> stages = new ArrayList<>();
        for (User user : writes) {
            stages.add(store.write(transaction -> {
                transaction.people().put(user);
                return null;
            }));
        }
        CompletionStage<Object> failing = store.write(transaction -> {
            transaction.people().put(KIM);
            transaction.people().put(Cast.next(EVA));
            throw new IllegalArgumentException("after the puts");
        });
        release.run();
        stages.forEach(Contract::await);
        assertThatThrownBy(() -> await(failing)).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(published).containsExactly(List.of(EVA, Cast.next(MAX)));
    }

    @Test
    void what_concerns_no_person_is_not_published() {
        Store store = kit.open(changes -> published.add(changes.people()));
        await(store.write(transaction -> {
            transaction.facts().put("a", "b");
            transaction.intents().put(MAX);
            return null;
        }));
        assertThat(published).isEmpty();
    }

    @Test
    void a_listener_that_fails_does_not_make_the_write_fail() {
        Store store = kit.open(people -> {
            throw new AssertionError("on purpose: a listener that fails, even with an error");
        });
        put(store, MAX);
        put(store, EVA);
        assertThat(loaded(store)).containsExactlyInAnyOrder(MAX, EVA);
    }
}
