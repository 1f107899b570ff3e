package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Query;
import dev.scimbridge.directory.Said;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.User;
import dev.scimbridge.scim.Document;
import dev.scimbridge.store.Picture;
import dev.scimbridge.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever keeps a picture in memory from what is published has the one that is loaded after a restart. */
public abstract class PictureContract extends Contract {
    private static final Snapshot BLANK = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT));
    private static final Query ALL = Query.page(null, null, 1, 10_000);

    private static final User MAX = Cast.stranger("max@acme.io");
    private static final User LATER =
            Cast.next(MAX).saying(new Said(Document.EMPTY.with("title", "Clerk"), null, "okta"));

    private final AtomicReference<Snapshot> picture = new AtomicReference<>(BLANK);

    protected PictureContract(StoreKit kit) {
        super(kit);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void it_is_the_same_after_any_writes_of_people_and_groups_and_after_a_crash(long seed) {
        Happenings happenings = new Happenings(seed);
        Store store = kit.open(new Remembering());
        for (int part = 0; part < 12; part++) {
            Runnable release = part % 2 == 0 ? hold(store) : () -> {};
            List<CompletionStage<?>> writes = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                writes.add(store.write(happenings.next()).handle((done, failure) -> done));
            }
            release.run();
            writes.forEach(Contract::await);
            assertThat(shown(loadedFrom(store))).isEqualTo(shown(picture.get()));
            if (part % 4 == 3) {
                kit.crash();
                store = kit.open(new Remembering());
                picture.set(loadedFrom(store));
            }
        }
        assertThat(happenings.kinds()).as("every kind of write was among them").hasSize(Happenings.KINDS);
    }

    /** What is committed is kept, and found again by whoever asks for a record. */
    private final class Remembering implements Picture {
        @Override
        public void published(Changes changes) {
            picture.updateAndGet(before -> before.with(changes));
        }

        @Override
        public @Nullable User remembered(UUID id) {
            return picture.get().people().record(id);
        }
    }

    /** Remembers one record, however often it is written anew. */
    private record Frozen(User user) implements Picture {
        @Override
        public void published(Changes changes) {
            // It has seen enough.
        }

        @Override
        public @Nullable User remembered(UUID id) {
            return id.equals(user.id()) ? user : null;
        }
    }

    @Test
    void a_record_of_the_last_version_is_the_one_that_is_remembered() {
        Store store = kit.open(new Frozen(MAX));
        put(store, MAX);
        assertWork(store, t -> t.people().find(MAX.id())).isSameAs(MAX);
    }

    @Test
    void a_record_that_was_written_since_is_not_the_one_that_is_remembered() {
        Store store = kit.open(new Frozen(MAX));
        put(store, MAX);
        assertWork(store, t -> {
                    t.people().put(LATER);
                    return t.people().find(MAX.id());
                })
                .as("by the same work")
                .isEqualTo(LATER);
        assertWork(store, t -> t.people().find(MAX.id())).as("by another work").isEqualTo(LATER);
        kit.crash();
        assertWork(kit.open(new Frozen(MAX)), t -> t.people().find(MAX.id()))
                .as("by an earlier run")
                .isEqualTo(LATER);
    }

    @Test
    void nobody_is_on_record_who_is_only_remembered() {
        Store store = kit.open(new Frozen(MAX));
        boolean known = await(store.write(t -> t.people().find(MAX.id()) != null));
        assertThat(known).isFalse();
    }

    @Test
    void what_a_work_that_failed_has_written_is_not_remembered() {
        Store store = kit.open(new Frozen(LATER));
        put(store, MAX);
        Runnable release = hold(store);
        CompletionStage<?> failing = store.write(t -> {
                    t.people().put(LATER);
                    throw new IllegalStateException("on purpose");
                })
                .handle((done, failure) -> failure);
        CompletionStage<User> next = store.write(t -> t.people().find(MAX.id()));
        release.run();
        assertThat(await(failing)).isNotNull();
        assertThat(await(next)).isEqualTo(MAX);
    }

    private static Snapshot loadedFrom(Store store) {
        AtomicReference<Snapshot> loaded = new AtomicReference<>(BLANK);
        store.load(changes -> loaded.updateAndGet(before -> before.with(changes)));
        return loaded.get();
    }

    /** All that a client could see: lists in their order, documents with versions and times. */
    private static List<String> shown(Snapshot snapshot) {
        List<String> shown = new ArrayList<>();
        snapshot.users(ALL)
                .items()
                .forEach(user ->
                        shown.add(snapshot.document(user, Locations.NONE).json()));
        snapshot.groups(ALL)
                .items()
                .forEach(group ->
                        shown.add(snapshot.document(group, Locations.NONE, true).json()));
        snapshot.people().each(user -> shown.add(user.toString()));
        return shown;
    }
}
