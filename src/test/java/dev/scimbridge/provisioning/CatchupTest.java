package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.AddressRules;
import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.GroupDraft;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Planner;
import dev.scimbridge.sandbox.HandWoundClock;
import dev.scimbridge.scim.Samples;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.StoreUnavailable;
import dev.scimbridge.store.contract.StoreKit;
import dev.scimbridge.store.sqlite.SqliteKit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A group that is too large for one transaction is seen to in parts. The time-out only turns a deadlock into a failure. */
@Timeout(60)
class CatchupTest {
    private static final int MANY = 2 * Regrouping.PART + 50;
    private static final Intake.Request OKTA = new Intake.Request("okta", "client", null, true);
    private static final Desired DEVELOPER = new Desired.Active(AccountType.DEVELOPER, AccountType.BUSINESS);

    private final StoreKit kit = new SqliteKit();
    private final Presentation presentation = new Presentation(Clubs.TYPES);
    private final Register register = new Register(
            new Planner(new Planner.Policy(3, Duration.ofDays(1), Duration.ofSeconds(5), false)),
            presentation,
            AddressRules.ANY,
            new HandWoundClock());
    private final Regrouping regrouping = new Regrouping(
            new Drafts(Clubs.TYPES, presentation, AddressRules.ANY),
            new Gate(new Guards(Set.of(), null), register),
            register);
    private final GroupAdmission admission = new GroupAdmission(register, regrouping);
    private final Waiting waiting = new Waiting();
    private final ScheduledThreadPoolExecutor timer = new Impatient();
    private final List<User> people = IntStream.range(0, MANY)
            .mapToObj(i -> Someone.member("p" + i + "@acme.io", AccountType.BUSINESS))
            .toList();

    /** What is to be done later is done at once. */
    private static final class Impatient extends ScheduledThreadPoolExecutor {
        Impatient() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            return super.schedule(command, 0, unit);
        }
    }

    @AfterEach
    void tidies_up() {
        timer.shutdownNow();
        kit.close();
    }

    @Test
    void everybody_is_in_at_once_and_has_their_type_after_as_many_parts_as_it_takes() {
        Store store = opened();
        assertThat(found(store, "Makers").people().isLast()).isFalse();
        assertThat(members(store)).hasSize(MANY);
        assertThat(developers(store)).isZero();
        assertThat(part(store).isLast()).isFalse();
        assertThat(developers(store)).isEqualTo(Regrouping.PART);
        part(store);
        assertThat(part(store).isLast()).isTrue();
        assertThat(developers(store)).isEqualTo(MANY);
    }

    @Test
    void a_group_that_gives_no_type_leaves_nobody_for_later() {
        Store store = opened();
        assertThat(found(store, "Cooks").people().isLast()).isTrue();
        assertThat(part(store).isLast()).isTrue();
        assertThat(developers(store)).isZero();
    }

    @Test
    void whoever_was_left_when_the_bridge_was_killed_is_seen_to_after_its_start() {
        Store store = opened();
        found(store, "Makers");
        part(store);
        kit.crash();
        Store again = kit.open();
        Catchup catchup = catchup(again, () -> {});
        catchup.begin();
        awaitIdle(again);
        assertThat(developers(again)).isEqualTo(MANY);
        assertThat(kit.audit().history(people.get(0).id(), 10)).last().satisfies(line -> {
            assertThat(line.entry().by()).isEqualTo(new Entry.By("okta", "client"));
            assertThat(line.entry().words().why()).isEqualTo("groups: Makers");
        });
    }

    @Test
    void the_writes_of_others_slip_in_between_the_parts() {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        Store store = opened();
        found(store, "Makers");
        List<CompletionStage<Integer>> others = new CopyOnWriteArrayList<>();
        Catchup catchup = catchup(store, () -> {
            // After each part somebody else comes with a write.
            others.add(store.write(tx -> {
                int done = (int) people.stream()
                        .filter(each -> tx.people().find(each.id()).isManaged())
                        .count();
                seen.add(done);
                return done;
            }));
        });
        catchup.begin();
        awaitIdle(store);
        others.forEach(each -> each.toCompletableFuture().join());
        assertThat(seen).containsExactly(Regrouping.PART, 2 * Regrouping.PART, MANY);
    }

    @Test
    void groups_written_meanwhile_are_seen_to_as_well_and_as_they_are_then() {
        Store store = opened();
        Catchup catchup = catchup(store, () -> {});
        GroupAdmission.Admitted makers = found(store, "Makers");
        catchup.begin();
        UUID id = makers.group().id();
        store.write(tx -> admission.change(tx, new GroupWrite("delete", id, null, OKTA)));
        catchup.begin();
        awaitIdle(store);
        assertThat(developers(store)).isZero();
        found(store, "makers");
        catchup.begin();
        awaitIdle(store);
        assertThat(developers(store)).isEqualTo(MANY);
    }

    @Test
    void a_store_that_cannot_be_written_is_tried_again() {
        AtomicInteger failures = new AtomicInteger(2);
        Store store = opened();
        found(store, "Makers");
        Catchup catchup = catchup(new Failing(store, failures), () -> {});
        catchup.begin();
        awaitIdle(store);
        assertThat(failures).hasValue(0);
        assertThat(developers(store)).isEqualTo(MANY);
    }

    @Test
    void a_write_that_waits_is_told_that_it_stands_only_when_that_is_on_disk() {
        Store store = opened();
        User tess = people.get(0);
        User intent = store.write(
                        tx -> register.intend(tx, tx.people().find(tess.id()), tess.wishing(Someone.met(DEVELOPER))))
                .toCompletableFuture()
                .join();
        CompletableFuture<User> told = new CompletableFuture<>();
        waiting.await(tess.id(), told);
        assertThatThrownBy(() -> store.write(tx -> {
                            regrouping.regroup(tx, List.of(tess.id()), OKTA.by());
                            throw new IllegalArgumentException("after all");
                        })
                        .toCompletableFuture()
                        .join())
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(told).isNotDone();
        Regrouping.Part part = store.write(tx -> regrouping.regroup(tx, List.of(tess.id()), OKTA.by()))
                .toCompletableFuture()
                .join();
        assertThat(part.standing())
                .singleElement()
                .satisfies(user -> assertThat(user.id()).isEqualTo(intent.id()));
    }

    private Store opened() {
        Store store = kit.open();
        store.write(tx -> {
                    people.forEach(each -> register.save(tx, null, each));
                    return null;
                })
                .toCompletableFuture()
                .join();
        return store;
    }

    private Catchup catchup(Store store, Runnable stir) {
        return new Catchup(store, regrouping, waiting, timer, stir);
    }

    private GroupAdmission.Admitted found(Store store, String name) {
        Set<UUID> members = new HashSet<>(people.stream().map(User::id).toList());
        GroupDraft draft = new GroupDraft(Samples.group("{'displayName':'" + name + "'}"), members, Set.of());
        GroupWrite write = new GroupWrite("create", UUID.randomUUID(), draft, OKTA);
        return store.write(tx -> admission.create(tx, write, draft))
                .toCompletableFuture()
                .join();
    }

    private Regrouping.Part part(Store store) {
        return store.write(regrouping::part).toCompletableFuture().join();
    }

    private List<UUID> members(Store store) {
        return store.write(tx -> tx.groups().members(tx.groups().named("Makers").id()))
                .toCompletableFuture()
                .join();
    }

    private static long developers(Store store) {
        List<User> all = new ArrayList<>();
        store.load(changes -> all.addAll(changes.people()));
        return all.stream()
                .filter(each -> each.isManaged() && each.wish().desired().equals(DEVELOPER))
                .count();
    }

    private static void awaitIdle(Store store) {
        Awaitility.await()
                .until(() -> store.write(tx -> tx.backlog().first(1).isEmpty())
                        .toCompletableFuture()
                        .join());
    }

    /** Fails the first few writes. */
    private record Failing(Store store, AtomicInteger failures) implements Store {
        @Override
        public <T> CompletionStage<T> write(Work<T> work) {
            boolean fails = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            return fails ? CompletableFuture.failedStage(new StoreUnavailable("on purpose")) : store.write(work);
        }

        @Override
        public void load(Consumer<Changes> everything) {
            store.load(everything);
        }

        @Override
        public List<UUID> due(Instant now, int limit) {
            return store.due(now, limit);
        }

        @Override
        public long revision() {
            return store.revision();
        }

        @Override
        public String trouble() {
            return store.trouble();
        }

        @Override
        public void close() {}
    }
}
