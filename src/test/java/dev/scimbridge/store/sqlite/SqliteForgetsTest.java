package dev.scimbridge.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.Upkeep;
import dev.scimbridge.store.contract.Cast;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was erased or forgotten is not in the files any more, not even where nothing points to it. */
class SqliteForgetsTest {
    private static final User EVA = Cast.stranger("eva@acme.io");
    private static final String SECRET = "what-eva-did-last-summer ".repeat(40);
    private static final Upkeep.Order ORDER = new Upkeep.Order(Cast.NOON.plusSeconds(9), Entry.By.OPERATOR);

    private final SqliteKit kit = new SqliteKit();

    @AfterEach
    void tidies_up() {
        kit.close();
    }

    private Store written() {
        Store store = kit.open();
        done(store, tx -> {
            for (int i = 0; i < 300; i++) {
                tx.record(new Entry(Cast.NOON, "test", Entry.By.BRIDGE, EVA.id(), Entry.Words.why(SECRET)));
            }
            return 0;
        });
        return store;
    }

    private static void done(Store store, Store.Work<? extends Number> work) {
        assertThat(store.write(work).toCompletableFuture().join()).isNotNull();
    }

    private boolean isSaidAnywhere() throws IOException {
        try (Stream<Path> files = Files.walk(kit.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains("did-last-summer")) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothing_of_it_is_left_in_the_files(boolean forgotten) throws IOException {
        Store store = written();
        Set<Address> addresses = Set.of(EVA.identity().address());
        done(
                store,
                tx -> forgotten
                        ? tx.upkeep().forget(Cast.NOON.plusSeconds(1), ORDER)
                        : tx.upkeep().erase(EVA.id(), addresses, ORDER));
        assertThat(kit.audit().verify().isSound()).isTrue();
        store.close();
        assertThat(isSaidAnywhere()).isFalse();
    }

    @Test
    void before_that_it_is_there() throws IOException {
        written().close();
        assertThat(isSaidAnywhere()).isTrue();
    }
}
