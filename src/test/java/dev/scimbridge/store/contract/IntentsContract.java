package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.User;
import dev.scimbridge.store.Store;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Intents are durable, and readers do not see them. */
public abstract class IntentsContract extends Contract {
    private static final User MAX = Cast.due(Cast.stranger("max@acme.io"), Cast.NOON);

    protected IntentsContract(StoreKit kit) {
        super(kit);
    }

    private static void intend(Store store, User user) {
        await(store.write(transaction -> {
            transaction.intents().put(user);
            return null;
        }));
    }

    @Test
    void an_intent_is_not_among_the_people() {
        Store store = kit.open();
        intend(store, MAX);
        assertThat(loaded(store)).isEmpty();
        assertThat(store.due(Cast.NOON, 10)).isEmpty();
        User found = await(store.write(t -> t.people().find(MAX.id())));
        assertThat(found).isNull();
        assertWork(store, t -> t.people().at(MAX.identity().address())).isEqualTo(List.of());
    }

    @Test
    void an_intent_is_found_by_id_and_by_address() {
        Store store = kit.open();
        intend(store, MAX);
        assertWork(store, t -> t.intents().find(MAX.id())).isEqualTo(MAX);
        assertWork(store, t -> t.intents().at(MAX.identity().address())).isEqualTo(List.of(MAX));
        assertWork(store, t -> t.intents().all()).isEqualTo(List.of(MAX));
    }

    @Test
    void an_intent_is_found_by_the_userName_it_gives() {
        Store store = kit.open();
        User named = Cast.named(MAX, "Max");
        intend(store, named);
        assertWork(store, t -> t.intents().named("mAX")).isEqualTo(List.of(named));
        assertWork(store, t -> t.people().named("mAX")).isEqualTo(List.of());
        User addressed = Cast.named(MAX, "MAX@acme.io");
        intend(store, addressed);
        assertWork(store, t -> t.intents().named("mAX")).isEqualTo(List.of());
        assertWork(store, t -> t.intents().named("max@acme.io")).isEqualTo(List.of(addressed));
    }

    @Test
    void what_a_work_that_is_undone_did_to_intents_was_never_done() {
        Store store = kit.open();
        User eva = Cast.stranger("eva@acme.io");
        intend(store, MAX);
        var unused = await(store.write(t -> {
                    t.intents().forget(MAX.id());
                    t.intents().put(eva);
                    throw new IllegalStateException("on purpose");
                })
                .exceptionally(failure -> null));
        assertWork(store, t -> t.intents().find(MAX.id())).isEqualTo(MAX);
        assertWork(store, t -> t.intents().at(MAX.identity().address())).isEqualTo(List.of(MAX));
        User none = await(store.write(t -> t.intents().find(eva.id())));
        assertThat(none).isNull();
    }

    @Test
    void an_intent_needs_no_version_and_does_not_touch_the_record() {
        Store store = kit.open();
        put(store, MAX);
        User wanted = Cast.version(Cast.desired(MAX, Cast.INACTIVE), 7);
        intend(store, wanted);
        assertThat(loaded(store)).containsExactly(MAX);
        assertWork(store, t -> t.intents().all()).isEqualTo(List.of(wanted));
    }

    @Test
    void an_intent_outlives_a_crash_until_it_is_forgotten() {
        intend(kit.open(), MAX);
        kit.crash();
        Store again = kit.open();
        assertWork(again, t -> t.intents().all()).isEqualTo(List.of(MAX));
        List<User> left = await(again.write(transaction -> {
            transaction.intents().forget(MAX.id());
            return transaction.intents().all();
        }));
        assertThat(left).isEmpty();
    }
}
