package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.sandbox.HandWoundClock;
import dev.scimbridge.store.StoreUnavailable;
import dev.scimbridge.store.contract.StoreKit;
import dev.scimbridge.store.sqlite.SqliteKit;
import dev.scimbridge.upstream.Roster;
import dev.scimbridge.upstream.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many are seen in the workspace for the first time. */
class FirstSightTest {
    private static final int PEOPLE = 5000;

    /** More at once would keep a write waiting. */
    private static final int MOST = 500;

    private final HandWoundClock clock = new HandWoundClock();
    private final StoreKit kit = new SqliteKit();
    private final List<Integer> commits = new ArrayList<>();

    @AfterEach
    void tidies_up() {
        kit.close();
    }

    /** Before the workspace was ever seen: nobody can write yet. */
    private Folding shut(Consumer<Changes> published) {
        return new Folding(kit, clock, changes -> {
            commits.add(changes.people().size());
            published.accept(changes);
        });
    }

    private Folding open(Consumer<Changes> published) {
        Folding folding = shut(published);
        folding.directory.open();
        return folding;
    }

    private static Roster everybody() {
        return new Roster(
                IntStream.range(0, PEOPLE).mapToObj(FirstSightTest::sighting).toList());
    }

    private static Sighting sighting(int number) {
        Address address = Address.of("person." + number + "@acme.io");
        Observed state = new Observed.Active("uid-" + number, AccountType.BUSINESS);
        return new Sighting(address, address.value(), "Person " + number, state);
    }

    private List<String> said() {
        List<String> said = new ArrayList<>();
        kit.audit().ofKind("listing", line -> said.add(line.entry().words().why()));
        return said;
    }

    @Test
    void everybody_is_on_record_in_small_commits_and_one_entry_says_so() {
        Folding folding = open(changes -> {});
        folding.fold(everybody());
        assertThat(folding.directory.snapshot().people().size()).isEqualTo(PEOPLE);
        assertThat(commits).allMatch(size -> size <= MOST);
        assertThat(said()).containsExactly(PEOPLE + " found in the workspace");
        assertThat(folding.fold(everybody())).as("nothing new").isTrue();
        assertThat(said()).hasSize(1);
    }

    /** What is handed over before the first commit begins goes with it; all that is handed over during it goes with the second. */
    @Test
    void while_nobody_can_write_what_waits_for_the_disk_goes_there_in_one_commit() {
        Thread taking = Thread.currentThread();
        Folding folding = shut(changes -> {
            if (commits.size() == 1) {
                Awaitility.await().until(() -> taking.getState() == Thread.State.WAITING);
            }
        });
        folding.fold(everybody());
        assertThat(folding.directory.snapshot().people().size()).isEqualTo(PEOPLE);
        assertThat(commits).hasSizeLessThanOrEqualTo(2);
        assertThat(said()).containsExactly(PEOPLE + " found in the workspace");
    }

    @Test
    void a_write_that_comes_meanwhile_is_answered_before_most_of_them_are_on_record() {
        CompletableFuture<Integer> known = new CompletableFuture<>();
        Folding[] folding = new Folding[1];
        folding[0] = open(changes -> {
            if (commits.size() == 1) {
                var unused = folding[0]
                        .store
                        .write(tx -> tx.revision())
                        .thenAccept(done -> known.complete(
                                folding[0].directory.snapshot().people().size()));
            }
        });
        folding[0].fold(everybody());
        assertThat(known).isCompletedWithValueMatching(count -> count <= 3 * MOST);
    }

    @Test
    void the_entry_counts_those_too_whom_a_listing_met_that_was_broken_off() {
        Folding broken = open(changes -> {
            if (commits.size() == 3) {
                kit.cut();
            }
        });
        assertThat(catchThrowable(() -> broken.fold(everybody()))).isInstanceOf(StoreUnavailable.class);
        broken.store.close();
        Folding again = open(changes -> {});
        assertThat(again.directory.snapshot().people().size()).isBetween(1, PEOPLE - 1);
        again.fold(everybody());
        assertThat(said()).containsExactly(PEOPLE + " found in the workspace");
    }
}
