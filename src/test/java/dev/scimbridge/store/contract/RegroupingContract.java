package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Teams;
import dev.scimbridge.directory.User;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is published of groups: write by write in their order, and when each person last joined or left one. */
public abstract class RegroupingContract extends Contract {
    private static final UUID MAX = Cast.stranger("max@acme.io").id();
    private static final UUID EVA = Cast.stranger("eva@acme.io").id();
    private static final Group DEV = Teams.called("Developers");
    private static final Group OPS = Teams.called("Operators");

    private final List<Changes> published = new CopyOnWriteArrayList<>();

    protected RegroupingContract(StoreKit kit) {
        super(kit);
    }

    private static Instant after(int seconds) {
        return Cast.NOON.plusSeconds(seconds);
    }

    private static CompletionStage<Object> begin(Store store, Consumer<Transaction> work) {
        return store.write(transaction -> {
            work.accept(transaction);
            return null;
        });
    }

    private static void put(Transaction in, Group group, Set<UUID> joining, Set<UUID> leaving) {
        in.groups().put(group, joining, leaving);
    }

    @Test
    void several_writes_of_a_group_taken_together_are_published_together_and_in_order() {
        Store store = kit.open(published::add);
        Group second = Teams.next(DEV, after(1));
        Group third = Teams.renamed(second, "Makers", after(2));
        Runnable release = hold(store);
        List<CompletionStage<Object>> writes = new ArrayList<>();
        writes.add(begin(store, in -> put(in, DEV, Set.of(MAX), Set.of())));
        writes.add(begin(store, in -> put(in, OPS, Set.of(), Set.of())));
        writes.add(begin(store, in -> put(in, second, Set.of(EVA), Set.of(MAX))));
        writes.add(begin(store, in -> put(in, third, Set.of(MAX), Set.of())));
        release.run();
        writes.forEach(Contract::await);
        assertThat(published).singleElement().satisfies(changes -> {
            assertThat(changes.people()).isEmpty();
            assertThat(changes.groups())
                    .containsExactly(
                            Teams.joined(DEV, MAX),
                            Teams.joined(OPS),
                            new Changes.Regroup(second, false, Set.of(EVA), Set.of(MAX)),
                            Teams.joined(third, MAX));
            assertThat(changes.regrouped()).isEqualTo(Map.of(MAX, after(2), EVA, after(1)));
        });
    }

    @Test
    void a_deleted_group_takes_its_members_out_and_moves_them() {
        Store store = kit.open(published::add);
        Group gone = Teams.next(DEV, after(5));
        await(begin(store, in -> put(in, DEV, Set.of(MAX, EVA), Set.of())));
        await(begin(store, in -> in.groups().delete(gone)));
        assertThat(published).hasSize(2).last().satisfies(changes -> {
            assertThat(changes.groups()).containsExactly(Teams.deleted(gone));
            assertThat(changes.regrouped()).isEqualTo(Map.of(MAX, after(5), EVA, after(5)));
        });
    }

    @Test
    void a_renaming_moves_nobody() {
        Store store = kit.open(published::add);
        await(begin(store, in -> put(in, DEV, Set.of(MAX), Set.of())));
        await(begin(store, in -> put(in, Teams.renamed(DEV, "Makers", after(9)), Set.of(), Set.of())));
        assertThat(published)
                .last()
                .satisfies(changes -> assertThat(changes.regrouped()).isEmpty());
    }

    @Test
    void what_failed_is_not_published_with_what_did_not() {
        Store store = kit.open(published::add);
        Runnable release = hold(store);
        CompletionStage<Object> failing = begin(store, in -> {
            put(in, DEV, Set.of(MAX), Set.of());
            throw new IllegalArgumentException("after the put");
        });
        CompletionStage<Object> done = begin(store, in -> put(in, OPS, Set.of(EVA), Set.of()));
        release.run();
        await(done);
        assertThatThrownBy(() -> await(failing)).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(published).singleElement().satisfies(changes -> {
            assertThat(changes.groups()).containsExactly(Teams.joined(OPS, EVA));
            assertThat(changes.regrouped()).containsOnlyKeys(EVA);
        });
    }

    @Test
    void what_is_loaded_has_everybody_in_and_when_they_last_came_or_went() {
        Store store = kit.open();
        User max = Cast.stranger("max@acme.io");
        await(begin(store, in -> {
            in.people().put(max);
            put(in, DEV, Set.of(MAX, EVA), Set.of());
        }));
        Group second = Teams.next(DEV, after(7));
        await(begin(store, in -> put(in, second, Set.of(), Set.of(EVA))));
        kit.crash();
        List<Changes> loaded = new ArrayList<>();
        kit.open().load(loaded::add);
        assertThat(loaded).flatExtracting(Changes::people).containsExactly(max);
        assertThat(loaded).flatExtracting(Changes::groups).containsExactly(Teams.joined(second, MAX));
        assertThat(loaded)
                .flatExtracting(part -> part.regrouped().entrySet())
                .containsExactlyInAnyOrder(Map.entry(MAX, Cast.NOON), Map.entry(EVA, after(7)));
    }
}
