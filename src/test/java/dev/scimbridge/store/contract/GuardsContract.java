package dev.scimbridge.store.contract;

import static dev.scimbridge.lifecycle.AccountType.ADMIN;
import static dev.scimbridge.lifecycle.AccountType.BUSINESS;
import static dev.scimbridge.lifecycle.AccountType.DEVELOPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.store.Store;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guards count is exact. */
public abstract class GuardsContract extends Contract {
    private static final User MAX = Cast.stranger("max@acme.io");
    private static final User EVA = Cast.stranger("eva@acme.io");
    private static final User ROOT = Cast.member("root@acme.io", ADMIN);

    protected GuardsContract(StoreKit kit) {
        super(kit);
    }

    private static boolean hasOtherAdmin(Store store, User than) {
        return await(store.write(transaction -> transaction.people().hasActiveAs(ADMIN, than.id())));
    }

    static Stream<Arguments> admins() {
        User toBe = Cast.desired(Cast.member("dev@acme.io", DEVELOPER), Cast.active(ADMIN));
        return Stream.of(
                arguments("whom nobody wrote to", true, ROOT),
                arguments("who is to be active", true, Cast.desired(ROOT, new Desired.Active(null, BUSINESS))),
                arguments("who is to be an admin", true, Cast.desired(ROOT, Cast.active(ADMIN))),
                arguments("who is to be something else", false, Cast.desired(ROOT, Cast.active(DEVELOPER))),
                arguments("who is to leave", false, Cast.desired(ROOT, Cast.INACTIVE)),
                arguments("who was deleted", false, Cast.desired(ROOT, new Desired.Deleted())),
                arguments("whom a guard keeps back", true, Cast.held(ROOT, Cast.INACTIVE)),
                arguments("who is to become one", false, toBe),
                arguments("who is only invited", false, ROOT.observed(Observation.of(new Observed.Invited(ADMIN)))));
    }

    @ParameterizedTest(name = "one {0}: {1}")
    @MethodSource("admins")
    void an_admin_counts_who_is_there_and_stays_one(String who, boolean expected, User user) {
        Store store = kit.open();
        put(store, user);
        assertThat(hasOtherAdmin(store, MAX)).as(who).isEqualTo(expected);
        assertThat(hasOtherAdmin(store, user)).isFalse();
    }

    @Test
    void an_admin_whom_an_intent_takes_away_does_not_count_until_it_is_forgotten() {
        Store store = kit.open();
        put(store, ROOT);
        for (Desired desired : new Desired[] {Cast.INACTIVE, Cast.active(DEVELOPER), new Desired.Deleted()}) {
            assertThat(with(store, Cast.desired(ROOT, desired))).isFalse();
        }
        assertThat(with(store, Cast.desired(ROOT, Cast.active(ADMIN)))).isTrue();
        assertThat(hasOtherAdmin(store, MAX)).isTrue();
    }

    private static boolean with(Store store, User intent) {
        return await(store.write(transaction -> {
            transaction.intents().put(intent);
            boolean counted = transaction.people().hasActiveAs(ADMIN, MAX.id());
            transaction.intents().forget(intent.id());
            return counted;
        }));
    }

    @Test
    void all_who_are_there_are_counted_whatever_is_desired() {
        Store store = kit.open();
        put(store, ROOT, Cast.desired(Cast.member("leaver@acme.io", BUSINESS), Cast.INACTIVE), MAX);
        assertWork(store, t -> t.people().active()).isEqualTo(2);
    }

    @Test
    void they_are_counted_as_they_come_and_go_and_not_when_a_work_is_undone() {
        Store store = kit.open();
        User gone = Cast.next(ROOT).observed(new Observation(new Observed.Gone(), true, null));
        User other = Cast.member("other@acme.io", BUSINESS);
        put(store, ROOT, MAX);
        assertWork(store, t -> t.people().active()).isEqualTo(1);
        var unused = store.write(t -> {
                    t.people().put(gone);
                    throw new IllegalStateException("on purpose");
                })
                .exceptionally(failure -> null)
                .toCompletableFuture()
                .join();
        assertWork(store, t -> t.people().active()).isEqualTo(1);
        assertWork(store, t -> t.people().add(other) && !t.people().add(other)).isEqualTo(true);
        assertWork(store, t -> t.people().active()).isEqualTo(2);
        put(store, gone);
        assertWork(store, t -> t.people().active()).isEqualTo(1);
    }

    @Test
    void different_people_are_counted_after_a_moment() {
        Store store = kit.open();
        await(store.write(transaction -> {
            transaction.tallies().count("deactivation", MAX.id(), Cast.NOON);
            transaction.tallies().count("deactivation", MAX.id(), Cast.NOON);
            transaction.tallies().count("deactivation", MAX.id(), Cast.NOON.plusSeconds(1));
            transaction.tallies().count("deactivation", EVA.id(), Cast.NOON.plusSeconds(2));
            transaction.tallies().count("invitation", EVA.id(), Cast.NOON.plusSeconds(2));
            return null;
        }));
        kit.crash();
        Store again = kit.open();
        assertThat(since(again, "deactivation", -1)).isEqualTo(2);
        assertThat(since(again, "deactivation", 1)).isEqualTo(1);
        assertThat(since(again, "deactivation", 2)).isZero();
        assertThat(since(again, "invitation", 0)).isEqualTo(1);
        assertThat(since(again, "grant", 0)).isZero();
        await(again.write(t -> {
            t.tallies().forget("deactivation", MAX.id());
            return null;
        }));
        assertThat(since(again, "deactivation", -1)).as("one is taken back").isEqualTo(1);
    }

    @Test
    void people_are_counted_after_any_moment_in_whichever_order_it_is_asked_and_counted() {
        Store store = kit.open();
        assertThat(since(store, "deactivation", 0)).isZero();
        count(store, MAX, 1);
        count(store, EVA, 2);
        assertThat(since(store, "deactivation", 0)).isEqualTo(2);
        assertThat(since(store, "deactivation", 1)).isEqualTo(1);
        assertThat(since(store, "deactivation", -1)).as("a moment before").isEqualTo(2);
        count(store, MAX, 3);
        assertThat(since(store, "deactivation", 1)).as("one of them once more").isEqualTo(2);
        assertThat(since(store, "deactivation", 2)).isEqualTo(1);
        assertThat(since(store, "deactivation", 0)).isEqualTo(2);
        count(store, ROOT, 1);
        assertThat(since(store, "deactivation", 1)).as("one who comes late").isEqualTo(2);
        assertThat(since(store, "deactivation", 0)).isEqualTo(3);
        assertThat(since(store, "deactivation", 3)).isZero();
    }

    @Test
    void a_count_that_is_undone_or_taken_back_does_not_count() {
        Store store = kit.open();
        count(store, MAX, 1);
        assertThat(since(store, "deactivation", 0)).isEqualTo(1);
        var unused = await(store.write(t -> {
                    t.tallies().forget("deactivation", MAX.id());
                    t.tallies().count("deactivation", EVA.id(), Cast.NOON.plusSeconds(2));
                    t.tallies().count("deactivation", ROOT.id(), Cast.NOON.plusSeconds(2));
                    throw new IllegalStateException("on purpose");
                })
                .exceptionally(failure -> null));
        assertThat(since(store, "deactivation", 0)).as("as before").isEqualTo(1);
        assertWork(store, t -> {
                    t.tallies().forget("deactivation", MAX.id());
                    return t.tallies().since("deactivation", Cast.NOON);
                })
                .isEqualTo(0);
    }

    private static void count(Store store, User user, int seconds) {
        await(store.write(t -> {
            t.tallies().count("deactivation", user.id(), Cast.NOON.plusSeconds(seconds));
            return seconds;
        }));
    }

    private static int since(Store store, String kind, int seconds) {
        return await(store.write(t -> t.tallies().since(kind, Cast.NOON.plusSeconds(seconds))));
    }

    @Test
    void a_guard_stays_latched_since_it_first_tripped_until_it_is_released() {
        Store store = kit.open();
        await(store.write(transaction -> {
            transaction.tallies().latch("brake", Cast.NOON);
            transaction.tallies().latch("brake", Cast.NOON.plusSeconds(9));
            return null;
        }));
        kit.crash();
        Store again = kit.open();
        assertWork(again, t -> t.tallies().latched("brake")).isEqualTo(Cast.NOON);
        boolean released = await(again.write(transaction -> {
            transaction.tallies().release("brake");
            return transaction.tallies().latched("brake") == null;
        }));
        assertThat(released).isTrue();
    }

    @Test
    void a_fact_is_remembered_in_its_last_form() {
        Store store = kit.open();
        await(store.write(transaction -> {
            transaction.facts().put("namespace", "first");
            transaction.facts().put("namespace", "second");
            return null;
        }));
        kit.crash();
        Store again = kit.open();
        assertWork(again, t -> t.facts().find("namespace")).isEqualTo("second");
        String unknown = await(again.write(t -> t.facts().find("unknown")));
        assertThat(unknown).isNull();
    }
}
