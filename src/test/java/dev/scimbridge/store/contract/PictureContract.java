package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Query;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever keeps a picture in memory from what is published has the one that is loaded after a restart. */
public abstract class PictureContract extends Contract {
    private static final Snapshot BLANK = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT));
    private static final Query ALL = Query.page(null, null, 1, 10_000);

    private final AtomicReference<Snapshot> picture = new AtomicReference<>(BLANK);

    protected PictureContract(StoreKit kit) {
        super(kit);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void it_is_the_same_after_any_writes_of_people_and_groups_and_after_a_crash(long seed) {
        Happenings happenings = new Happenings(seed);
        Store store = kit.open(this::publish);
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
                store = kit.open(this::publish);
                picture.set(loadedFrom(store));
            }
        }
        assertThat(happenings.kinds()).as("every kind of write was among them").hasSize(Happenings.KINDS);
    }

    private void publish(Changes changes) {
        picture.updateAndGet(before -> before.with(changes));
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
