package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.store.Backlog.Item;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever has still to be seen to after a write of a group is not forgotten. */
public abstract class BacklogContract extends Contract {
    private static final UUID MAX = Cast.stranger("max@acme.io").id();
    private static final UUID EVA = Cast.stranger("eva@acme.io").id();
    private static final UUID KIM = Cast.stranger("kim@acme.io").id();
    private static final Entry.By OKTA = new Entry.By("okta", "Okta SCIM client");
    private static final Entry.By ENTRA = new Entry.By("entra", null);

    protected BacklogContract(StoreKit kit) {
        super(kit);
    }

    private static void add(Store store, Entry.By by, UUID... people) {
        await(store.write(transaction -> {
            transaction.backlog().add(List.of(people), by);
            return null;
        }));
    }

    private static List<Item> first(Store store, int most) {
        return await(store.write(transaction -> transaction.backlog().first(most)));
    }

    @Test
    void nobody_stands_in_it_twice_and_the_last_writer_counts() {
        Store store = kit.open();
        add(store, OKTA, MAX, EVA);
        add(store, ENTRA, EVA, EVA);
        assertThat(first(store, 10)).containsExactlyInAnyOrder(new Item(MAX, OKTA), new Item(EVA, ENTRA));
    }

    @Test
    void it_is_given_out_in_parts_and_outlives_a_crash_until_it_is_dropped() {
        Store store = kit.open();
        add(store, OKTA, MAX, EVA, KIM);
        List<Item> two = first(store, 2);
        assertThat(two).hasSize(2).isEqualTo(first(store, 2));
        await(store.write(transaction -> {
            two.forEach(each -> transaction.backlog().drop(each.person()));
            return null;
        }));
        kit.crash();
        assertThat(first(kit.open(), 2)).hasSize(1).doesNotContainAnyElementsOf(two);
    }
}
