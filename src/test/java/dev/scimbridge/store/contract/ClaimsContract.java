package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Command;
import dev.scimbridge.store.Claims.Claim;
import dev.scimbridge.store.Store;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One command in flight for each person, and none forgotten. */
public abstract class ClaimsContract extends Contract {
    private static final User MAX = Cast.stranger("max@acme.io");
    private static final User EVA = Cast.stranger("eva@acme.io");
    private static final Claim FIRST = new Claim(MAX.id(), new Command.Disable("u1"), 1, Cast.NOON);

    protected ClaimsContract(StoreKit kit) {
        super(kit);
    }

    private static boolean take(Store store, Claim claim) {
        return await(store.write(transaction -> transaction.claims().take(claim)));
    }

    private static boolean has(Store store, User user) {
        return await(store.write(transaction -> transaction.claims().has(user.id())));
    }

    private static List<Claim> open(Store store) {
        return await(store.write(transaction -> transaction.claims().open()));
    }

    @Test
    void a_second_claim_on_a_person_is_refused_and_changes_nothing() {
        Store store = kit.open();
        assertThat(take(store, FIRST)).isTrue();
        assertThat(take(store, new Claim(MAX.id(), new Command.Disable("u2"), 2, Cast.NOON)))
                .isFalse();
        assertThat(take(store, FIRST)).isFalse();
        assertThat(open(store)).containsExactly(FIRST);
        assertThat(has(store, MAX)).isTrue();
        assertThat(has(store, EVA)).isFalse();
    }

    @Test
    void a_claim_that_was_dropped_can_be_taken_again() {
        Store store = kit.open();
        take(store, FIRST);
        Claim second = new Claim(MAX.id(), new Command.Disable("u2"), 2, Cast.NOON);
        boolean taken = await(store.write(transaction -> {
            transaction.claims().drop(MAX.id());
            transaction.claims().drop(EVA.id());
            return transaction.claims().take(second);
        }));
        assertThat(taken).isTrue();
        assertThat(open(store)).containsExactly(second);
    }

    @Test
    void what_a_work_that_is_undone_did_to_claims_was_never_done() {
        Store store = kit.open();
        take(store, FIRST);
        var unused = await(store.write(transaction -> {
                    transaction.claims().drop(MAX.id());
                    transaction.claims().take(new Claim(EVA.id(), new Command.Disable("u2"), 2, Cast.NOON));
                    throw new IllegalStateException("on purpose");
                })
                .exceptionally(failure -> null));
        assertThat(has(store, MAX)).isTrue();
        assertThat(has(store, EVA)).isFalse();
        assertThat(open(store)).containsExactly(FIRST);
    }

    /** Whatever of this is kept in memory is not read while there is something to undo. */
    @Test
    void nor_if_it_was_the_first_to_ask() {
        Store store = kit.open();
        var unused = await(store.write(transaction -> {
                    transaction.claims().take(FIRST);
                    throw new IllegalStateException("on purpose");
                })
                .exceptionally(failure -> null));
        assertThat(has(store, MAX)).isFalse();
    }

    @Test
    void claims_outlive_a_crash_with_every_kind_of_command() {
        Store store = kit.open();
        Strangers strangers = new Strangers(6);
        List<Claim> claims = IntStream.range(0, 60)
                .mapToObj(i -> new Claim(strangers.next().id(), strangers.command(), i, Cast.NOON.plusSeconds(i)))
                .toList();
        claims.forEach(claim -> assertThat(take(store, claim)).isTrue());
        kit.crash();
        assertThat(open(kit.open())).containsExactlyElementsOf(claims);
    }
}
