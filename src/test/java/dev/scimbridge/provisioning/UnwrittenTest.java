package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.AddressRules;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Planner;
import dev.scimbridge.sandbox.HandWoundClock;
import dev.scimbridge.scim.Samples;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.contract.StoreKit;
import dev.scimbridge.store.sqlite.SqliteKit;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A write that could not be made durable leaves nothing behind, in memory neither. */
@Timeout(60)
class UnwrittenTest {
    private static final Intake.Request OKTA = new Intake.Request("okta", "client", null, true);

    private final StoreKit kit = new SqliteKit();
    private final HandWoundClock clock = new HandWoundClock();
    private final Presentation presentation = new Presentation(AccountTypeRules.DEFAULT);
    private final Directory directory = new Directory(presentation);
    private final Store store = kit.open(directory::publish);
    private final Waiting waiting = new Waiting();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void tidies_up() {
        timer.shutdownNow();
        kit.close();
    }

    private Intake intake() {
        Drafts drafts = new Drafts(AccountTypeRules.DEFAULT, presentation, AddressRules.ANY);
        Register register = new Register(
                new Planner(new Planner.Policy(3, Duration.ofDays(1), Duration.ofSeconds(5), false)),
                presentation,
                AddressRules.ANY,
                clock);
        Gate gate = new Gate(new Guards(Set.of(), null), register);
        Admission admission =
                new Admission(new Admission.Rules(drafts, gate, Someone.NAMESPACE), register, directory, waiting);
        Circuit circuit = new Circuit(clock, Duration.ofSeconds(30), () -> 0);
        return new Intake(
                store,
                directory,
                drafts,
                admission,
                new Intake.Desk(circuit, new Nobody(), timer, Duration.ofMinutes(5), false));
    }

    /** Nothing is carried out here. */
    private static final class Nobody implements Intake.Counter {
        @Override
        public void stir() {}

        @Override
        public void attend(User intent) {}

        @Override
        public void promote(UUID person) {}
    }

    @Test
    void a_write_that_was_not_committed_waits_for_no_answer() {
        Intake intake = intake();
        kit.sql(
                "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
                "CREATE TABLE orphan (parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)",
                "CREATE TRIGGER failing AFTER INSERT ON intents BEGIN INSERT INTO orphan (parent) VALUES (1); END");
        CompletableFuture<User> lost = create(intake);
        assertThatThrownBy(lost::join).hasCauseInstanceOf(Unwritten.class);
        assertThat(waiting.count()).isZero();
        kit.sql("DROP TRIGGER failing");
        CompletableFuture<User> kept = create(intake);
        store.write(tx -> true).toCompletableFuture().join();
        assertThat(waiting.count()).isEqualTo(1);
        assertThat(kept).isNotDone();
    }

    private static CompletableFuture<User> create(Intake intake) {
        return intake.create(Samples.user("{'userName':'tess@acme.io'}"), OKTA).toCompletableFuture();
    }
}
