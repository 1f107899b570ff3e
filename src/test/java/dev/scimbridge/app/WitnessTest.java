package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that was put back is told from the one that ran last. */
class WitnessTest {
    @TempDir
    Path folder;

    @Test
    void the_database_that_ran_last_is_not_doubted() {
        assertThat(run()).isNull();
        assertThat(run()).isNull();
        assertThat(run()).isNull();
    }

    @Test
    void a_database_of_an_earlier_run_is_doubted_until_that_is_on_disk() throws IOException {
        run();
        Path backup = folder.resolve("backup");
        Files.copy(folder.resolve("scim-bridge.db"), backup);
        run();
        Files.copy(backup, folder.resolve("scim-bridge.db"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(looked()).contains("not the one that ran here last");
        assertThat(run()).contains("not the one that ran here last");
        assertThat(run()).isNull();
    }

    @Test
    void a_database_without_its_witness_is_doubted() throws IOException {
        run();
        Files.delete(folder.resolve("run-id"));
        assertThat(run()).isNotNull();
        assertThat(run()).isNull();
    }

    @Test
    void where_the_witness_cannot_be_written_the_database_is_not_doubted_for_that() throws IOException {
        run();
        Files.createDirectories(folder.resolve("run-id.next").resolve("in the way"));
        assertThat(run()).isNull();
        assertThat(run()).isNull();
    }

    /** A crash at this moment: the file is ahead of the database. */
    @Test
    void a_crash_between_the_two_is_no_alarm() throws IOException {
        run();
        String name = Files.readString(folder.resolve("run-id"));
        Files.writeString(folder.resolve("run-id"), name + "another\n");
        assertThat(run()).isNull();
    }

    /** What a start makes of it. */
    private String run() {
        try (SqliteStore store = open()) {
            Witness witness = Witness.in(folder);
            String doubt = doubt(store, witness);
            witness.renew(store);
            return doubt;
        }
    }

    /** A start that does not get as far as to name the run. */
    private String looked() {
        try (SqliteStore store = open()) {
            return doubt(store, Witness.in(folder));
        }
    }

    private static String doubt(SqliteStore store, Witness witness) {
        return store.write(tx -> String.valueOf(witness.doubt(tx.facts())))
                .thenApply(doubt -> doubt.equals("null") ? null : doubt)
                .toCompletableFuture()
                .join();
    }

    private SqliteStore open() {
        return SqliteStore.open(folder, Thread::new, Runnable::run, changes -> {});
    }
}
