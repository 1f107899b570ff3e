package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.User;
import dev.scimbridge.store.StaleVersion;
import dev.scimbridge.store.Store;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write that replaces a version nobody has any more fails. */
public abstract class VersionsContract extends Contract {
    private static final User MAX = Cast.stranger("max@acme.io");

    protected VersionsContract(StoreKit kit) {
        super(kit);
    }

    @Test
    void each_version_follows_the_one_before() {
        Store store = kit.open();
        put(store, MAX);
        put(store, Cast.version(MAX, 2));
        put(store, Cast.version(MAX, 3), Cast.version(MAX, 4));
        assertThat(loaded(store)).containsExactly(Cast.version(MAX, 4));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 2, 4, 9})
    void no_other_version_takes_the_place_of_the_second_than_the_third(long version) {
        Store store = kit.open();
        put(store, MAX, Cast.version(MAX, 2));
        assertThatThrownBy(() -> put(store, Cast.version(MAX, version)))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StaleVersion.class);
        assertThat(loaded(store)).containsExactly(Cast.version(MAX, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 2, 3})
    void somebody_new_begins_with_the_first_version(long version) {
        Store store = kit.open();
        assertThatThrownBy(() -> put(store, Cast.version(MAX, version))).hasCauseInstanceOf(StaleVersion.class);
        assertThat(loaded(store)).isEmpty();
    }

    @Test
    void a_stale_put_that_the_work_catches_changes_nothing() {
        Store store = kit.open();
        put(store, MAX);
        boolean stale = await(store.write(transaction -> {
            try {
                transaction.people().put(MAX.saying(MAX.said()));
                return false;
            } catch (StaleVersion e) {
                return true;
            }
        }));
        assertThat(stale).isTrue();
        assertThat(loaded(store)).containsExactly(MAX);
    }
}
