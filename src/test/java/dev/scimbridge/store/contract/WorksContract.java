package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Command;
import dev.scimbridge.store.Claims.Claim;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.StoreUnavailable;
import dev.scimbridge.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A work is done whole or not at all, whatever becomes of those beside it. */
public abstract class WorksContract extends Contract {
    private static final User MAX = Cast.stranger("max@acme.io");
    private static final User EVA = Cast.stranger("eva@acme.io");

    protected WorksContract(StoreKit kit) {
        super(kit);
    }

    private static final class Mishap extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void a_failed_work_leaves_nothing() {
        Store store = kit.open();
        assertThatThrownBy(() -> await(store.write(transaction -> {
                    everything(transaction);
                    throw new Mishap();
                })))
                .hasCauseInstanceOf(Mishap.class);
        assertThat(loaded(store)).isEmpty();
        assertWork(store, WorksContract::isEmpty).isEqualTo(true);
        assertThat(kit.audit().verify().entries()).isZero();
        assertThat(kit.audit().verify().isSound()).isTrue();
    }

    private static void everything(Transaction transaction) {
        transaction.people().put(MAX);
        transaction.intents().put(EVA);
        transaction.claims().take(new Claim(MAX.id(), new Command.Disable("u1"), 1, Cast.NOON));
        transaction.tallies().count("deactivation", MAX.id(), Cast.NOON);
        transaction.tallies().latch("brake", Cast.NOON);
        transaction.facts().put("namespace", "x");
        transaction.record(new Entry(Cast.NOON, "test", Entry.By.BRIDGE, MAX.id(), Entry.Words.why("because")));
    }

    private static boolean isEmpty(Transaction transaction) {
        return transaction.people().find(MAX.id()) == null
                && transaction.intents().all().isEmpty()
                && transaction.claims().open().isEmpty()
                && transaction.tallies().since("deactivation", Cast.NOON.minusSeconds(1)) == 0
                && transaction.tallies().latched("brake") == null
                && transaction.facts().find("namespace") == null;
    }

    @Test
    void a_work_fails_with_exactly_what_it_threw() {
        Store store = kit.open();
        for (Throwable thrown : List.of(new Mishap(), new AssertionError("an error too"))) {
            CompletionStage<Object> stage = store.write(transaction -> {
                throw WorksContract.<RuntimeException>disguised(thrown);
            });
            AtomicReference<Throwable> seen = new AtomicReference<>();
            await(stage.handle((value, failure) -> {
                seen.set(failure);
                return true;
            }));
            assertThat(seen.get()).isSameAs(thrown);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E disguised(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void works_taken_together_do_not_suffer_from_each_others_failures() {
        Store store = kit.open();
        List<User> people = new ArrayList<>();
        List<CompletionStage<Long>> good = new ArrayList<>();
        List<CompletionStage<Long>> bad = new ArrayList<>();
        Runnable release = hold(store);
        for (int i = 0; i < 50; i++) {
            User kept = Cast.stranger("kept" + i + "@acme.io");
            User lost = Cast.stranger("lost" + i + "@acme.io");
            people.add(kept);
            good.add(store.write(transaction -> noted(transaction, kept)));
            bad.add(store.write(transaction -> {
                noted(transaction, lost);
                throw new Mishap();
            }));
        }
        release.run();
        good.forEach(Contract::await);
        bad.forEach(stage -> assertThatThrownBy(() -> await(stage)).hasCauseInstanceOf(Mishap.class));
        assertThat(loaded(store)).containsExactlyInAnyOrderElementsOf(people);
        assertThat(kit.audit().verify().entries()).isEqualTo(50);
        assertThat(kit.audit().verify().isSound()).isTrue();
    }

    private static long noted(Transaction transaction, User user) {
        transaction.people().put(user);
        transaction.record(new Entry(Cast.NOON, "test", Entry.By.BRIDGE, user.id(), Entry.Words.why("because")));
        return transaction.revision();
    }

    @Test
    void a_work_sees_what_those_before_it_did() {
        Store store = kit.open();
        Runnable release = hold(store);
        store.write(transaction -> noted(transaction, MAX));
        CompletionStage<User> second = store.write(t -> t.people().find(MAX.id()));
        release.run();
        assertThat(await(second)).isEqualTo(MAX);
    }

    @Test
    void works_are_done_in_the_order_in_which_they_were_given() {
        Store store = kit.open();
        List<Integer> done = new ArrayList<>();
        List<Integer> told = new ArrayList<>();
        CompletionStage<Integer> last = null;
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            last = store.write(t -> {
                done.add(number);
                return number;
            });
            last.thenAccept(told::add);
        }
        await(last);
        store.close();
        assertThat(done).hasSize(1_000).isSorted();
        assertThat(told).hasSize(1_000).isSorted();
    }

    @Test
    void a_transaction_that_was_kept_is_of_no_use() {
        Store store = kit.open();
        Transaction kept = await(store.write(transaction -> transaction));
        assertThatThrownBy(() -> kept.people().put(MAX)).isInstanceOf(IllegalStateException.class);
        CompletionStage<Boolean> later = store.write(t -> true).thenApply(done -> {
            kept.people().put(MAX);
            return true;
        });
        assertThatThrownBy(() -> await(later)).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(loaded(store)).isEmpty();
    }

    @Test
    void closing_finishes_what_was_begun_and_refuses_the_rest() {
        Store store = kit.open();
        Runnable release = hold(store);
        List<CompletionStage<Long>> stages = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            User user = Cast.stranger("p" + i + "@acme.io");
            stages.add(store.write(transaction -> noted(transaction, user)));
        }
        release.run();
        store.close();
        store.close();
        assertThat(stages).allMatch(stage -> stage.toCompletableFuture().isDone());
        stages.forEach(Contract::await);
        assertThatThrownBy(() -> put(store, MAX)).hasCauseInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.due(Cast.NOON, 1)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> loaded(store)).isInstanceOf(StoreUnavailable.class);
        assertThat(loaded(kit.open())).hasSize(600);
    }
}
