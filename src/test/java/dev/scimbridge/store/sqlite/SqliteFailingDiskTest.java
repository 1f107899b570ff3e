package dev.scimbridge.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.directory.User;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.StoreUnavailable;
import dev.scimbridge.store.contract.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a full or broken disk does to a transaction: the commit fails, or the database rolls everything back in the
 * middle. Triggers do the same here, for as long as they are there.
 */
class SqliteFailingDiskTest {
    private static final String AT_COMMIT =
            "CREATE TRIGGER failing AFTER INSERT ON people" + " BEGIN INSERT INTO orphan (parent) VALUES (1); END";
    private static final String IN_THE_MIDDLE = "CREATE TRIGGER failing AFTER INSERT ON people"
            + " WHEN NEW.address = 'p5@acme.io' BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END";

    private final SqliteKit kit = new SqliteKit();
    private final List<List<User>> published = new CopyOnWriteArrayList<>();
    private Store store;

    @BeforeEach
    void opens() {
        store = kit.open(changes -> published.add(changes.people()));
        kit.sql(
                "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
                "CREATE TABLE orphan (parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)");
    }

    @AfterEach
    void tidies_up() {
        kit.close();
    }

    private CompletionStage<Long> put(String address, boolean swallowing) {
        User user = Cast.stranger(address);
        return store.write(transaction -> {
            transaction.record(new Entry(Cast.NOON, "test", Entry.By.BRIDGE, user.id(), Entry.Words.why("because")));
            try {
                transaction.people().put(user);
            } catch (RuntimeException e) {
                if (!swallowing) {
                    throw e;
                }
            }
            return transaction.revision();
        });
    }

    /** The first work adds its puts while it runs, so that the others wait and are taken together. */
    private List<CompletionStage<Long>> tenTogether(boolean swallowing) {
        List<CompletionStage<Long>> stages = new ArrayList<>();
        store.write(transaction -> {
                    for (int i = 0; i < 10; i++) {
                        stages.add(put("p" + i + "@acme.io", swallowing));
                    }
                    return true;
                })
                .toCompletableFuture()
                .join();
        return stages;
    }

    private void assertAllFail(List<CompletionStage<Long>> stages) {
        assertThat(stages)
                .hasSize(10)
                .allSatisfy(stage -> assertThatThrownBy(
                                () -> stage.toCompletableFuture().join())
                        .hasCauseInstanceOf(StoreUnavailable.class));
    }

    private void assertNothingIsLeftAndItWorksAgain(long before) {
        assertThat(published).isEmpty();
        assertThat(store.revision()).isEqualTo(before);
        kit.sql("DROP TRIGGER failing");
        long after = put("later@acme.io", false).toCompletableFuture().join();
        assertThat(after).isEqualTo(before + 1);
        assertThat(store.revision()).isEqualTo(after);
        assertThat(published).containsExactly(List.of(Cast.stranger("later@acme.io")));
        assertThat(kit.audit().verify().entries()).isEqualTo(1);
        assertThat(kit.audit().verify().isSound()).isTrue();
        List<User> people = new ArrayList<>();
        store.load(changes -> people.addAll(changes.people()));
        assertThat(people).containsExactly(Cast.stranger("later@acme.io"));
    }

    @Test
    void a_failed_commit_fails_every_work_of_it_and_leaves_nothing() {
        kit.sql(AT_COMMIT);
        assertAllFail(tenTogether(false));
        assertNothingIsLeftAndItWorksAgain(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_transaction_lost_in_the_middle_fails_every_work_of_it_and_leaves_nothing(boolean swallowing) {
        kit.sql(IN_THE_MIDDLE);
        assertAllFail(tenTogether(swallowing));
        assertNothingIsLeftAndItWorksAgain(1);
    }

    @Test
    void trouble_is_said_while_it_lasts_and_ends_without_anybody_writing() {
        assertThat(store.trouble()).isNull();
        kit.sql("CREATE TRIGGER failing BEFORE UPDATE ON head BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END");
        assertThatThrownBy(() -> put("max@acme.io", false).toCompletableFuture().join())
                .hasCauseInstanceOf(StoreUnavailable.class);
        assertThat(store.trouble()).contains("the disk is full");
        kit.sql("DROP TRIGGER failing");
        await().until(() -> store.trouble() == null);
        assertThat(store.revision()).isZero();
    }

    @Test
    void a_record_that_breaks_a_rule_fails_alone() {
        put("max@acme.io", false).toCompletableFuture().join();
        User twin = Cast.stranger("max@acme.io");
        kit.sql("UPDATE people SET id = 'somebody-else'");
        CompletionStage<Object> failing = store.write(transaction -> {
            transaction.people().put(twin);
            return null;
        });
        assertThatThrownBy(() -> failing.toCompletableFuture().join()).hasCauseInstanceOf(IllegalStateException.class);
        put("eva@acme.io", false).toCompletableFuture().join();
        assertThat(store.revision()).isEqualTo(2);
    }
}
