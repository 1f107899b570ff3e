package dev.scimbridge.store.contract;

import dev.scimbridge.directory.User;
import dev.scimbridge.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A promise of every store. The time-out only turns a deadlock into a failure. */
@Timeout(60)
public abstract class Contract {
    protected final StoreKit kit;

    protected Contract(StoreKit kit) {
        this.kit = kit;
    }

    @AfterEach
    void tidies_up() {
        kit.close();
    }

    static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    static <T> ObjectAssert<T> assertWork(Store store, Store.Work<T> work) {
        return Assertions.assertThatObject(await(store.write(work)));
    }

    static void put(Store store, User... people) {
        await(store.write(transaction -> {
            List.of(people).forEach(transaction.people()::put);
            return people.length;
        }));
    }

    static List<User> loaded(Store store) {
        List<User> all = new ArrayList<>();
        store.load(changes -> all.addAll(changes.people()));
        return all;
    }

    /** Keeps the store busy with one work, so that what is written meanwhile waits and is taken together. */
    static Runnable hold(Store store) {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        store.write(transaction -> {
            begun.countDown();
            return passed(over);
        });
        passed(begun);
        return over::countDown;
    }

    private static boolean passed(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
