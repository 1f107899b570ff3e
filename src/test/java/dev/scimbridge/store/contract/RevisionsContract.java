package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.store.Store;
import dev.scimbridge.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every commit has a higher revision than all before it, for as long as the store lives. */
public abstract class RevisionsContract extends Contract {
    protected RevisionsContract(StoreKit kit) {
        super(kit);
    }

    @Test
    void each_work_has_a_higher_one_and_the_store_shows_the_last_that_is_on_disk() {
        Store store = kit.open();
        long before = store.revision();
        long first = await(store.write(Transaction::revision));
        assertThat(first).isGreaterThan(before);
        assertThat(store.revision()).isEqualTo(first);
        Runnable release = hold(store);
        assertThat(store.revision()).isEqualTo(first);
        release.run();
        long second = await(store.write(Transaction::revision));
        assertThat(second).isGreaterThan(first + 1);
        assertThat(store.revision()).isEqualTo(second);
    }

    @Test
    void it_goes_on_after_a_close_and_after_a_crash() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Store store = kit.open();
            all.add(store.revision());
            all.add(await(store.write(Transaction::revision)));
            if (i % 2 == 0) {
                store.close();
            } else {
                kit.crash();
            }
        }
        assertThat(all).isSorted();
        assertThat(all.stream().distinct()).hasSize(5);
    }

    @Test
    void a_work_that_failed_moves_nothing() {
        Store store = kit.open();
        long before = store.revision();
        assertThatThrownBy(() -> await(store.write(transaction -> {
                    throw new IllegalArgumentException("on purpose");
                })))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(store.revision()).isEqualTo(before);
    }
}
