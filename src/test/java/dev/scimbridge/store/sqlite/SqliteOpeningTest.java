package dev.scimbridge.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.User;
import dev.scimbridge.store.StoreProblem;
import dev.scimbridge.store.Transaction;
import dev.scimbridge.store.contract.Cast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that cannot be opened says so in one line that names the folder and the cure. */
class SqliteOpeningTest {
    @TempDir
    Path root;

    private static SqliteStore open(Path folder) {
        return SqliteStore.open(folder, Thread::new, Runnable::run, people -> {});
    }

    private void assertRefused(Path folder, String... words) {
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(StoreProblem.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContainingAll(words)
                .message()
                .hasLineCount(1);
    }

    /** Gives how many rows the last of them has changed. */
    private static int sql(Path folder, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("scim-bridge.db"));
                Statement statement = connection.createStatement()) {
            int changed = 0;
            for (String each : statements) {
                changed = statement.executeUpdate(each);
            }
            return changed;
        }
    }

    @Test
    void only_its_owner_may_read_it() throws IOException {
        Path folder = root.resolve("made/by/us");
        try (SqliteStore store = open(folder)) {
            store.write(t -> t.revision()).toCompletableFuture().join();
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("scim-bridge.db"))).isEqualTo("rw-------");
            assertThat(permissions(folder.resolve("scim-bridge.db-wal"))).isEqualTo("rw-------");
        }
    }

    @Test
    void one_that_was_read_and_closed_is_one_file() {
        try (SqliteStore store = open(root)) {
            store.write(t -> t.revision()).toCompletableFuture().join();
            assertThat(store.due(Instant.EPOCH, 1)).isEmpty();
        }
        assertThat(root.resolve("scim-bridge.db")).exists();
        assertThat(root.resolve("scim-bridge.db-wal")).doesNotExist();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "what?mode=memory", "50%", "Zoë", "a#b"})
    void a_folder_may_have_any_name(String name) {
        Path folder = root.resolve(name);
        try (SqliteStore store = open(folder)) {
            store.write(t -> t.revision()).toCompletableFuture().join();
        }
        assertThat(folder.resolve("scim-bridge.db")).isNotEmptyFile();
        try (SqliteStore store = open(folder)) {
            assertThat(store.revision()).isEqualTo(1);
        }
    }

    @Test
    void a_folder_in_use_is_refused_and_free_again_after_a_close() {
        SqliteStore first = open(root);
        assertRefused(root, "in use by another scim-bridge", "stop that one");
        first.close();
        open(root).close();
    }

    @Test
    void a_store_of_a_newer_version_is_refused_and_left_alone() throws SQLException {
        open(root).close();
        sql(
                root,
                "INSERT INTO flyway_schema_history SELECT 99, '99', 'newer', type, 'V99__newer.sql', checksum,"
                        + " installed_by, installed_on, execution_time, success FROM flyway_schema_history LIMIT 1");
        assertRefused(root, "newer scim-bridge", "99", "start that version again");
        sql(root, "DELETE FROM flyway_schema_history WHERE version = '99'");
        open(root).close();
    }

    @Test
    void a_file_that_is_not_a_database_is_refused_and_left_alone() throws IOException {
        Path file = root.resolve("scim-bridge.db");
        Files.writeString(file, "this is not a database. ".repeat(100));
        assertRefused(root, "not a database", "backup");
        assertThat(file).hasContent("this is not a database. ".repeat(100));
    }

    @Test
    void somebody_elses_database_is_refused() throws SQLException {
        sql(root, "CREATE TABLE theirs (id INTEGER)");
        assertRefused(root, "not a store of scim-bridge", "another folder");
    }

    @Test
    void a_changed_migration_is_refused() throws SQLException {
        open(root).close();
        sql(root, "UPDATE flyway_schema_history SET checksum = 1");
        assertRefused(root, "another folder");
    }

    /** Else each start has the scripts looked through. Whoever adds one says so in {@link Schema}. */
    @Test
    void a_store_of_this_version_is_known_as_such() throws SQLException {
        open(root).close();
        Database database = new Database(root.resolve("scim-bridge.db"));
        assertThat(Schema.isComplete(database)).isTrue();
        sql(root, "UPDATE flyway_schema_history SET success = 0 WHERE version = '7'");
        assertThat(Schema.isComplete(database)).isFalse();
        sql(root, "DELETE FROM flyway_schema_history WHERE version = '7'");
        assertThat(Schema.isComplete(database)).isFalse();
        assertThat(Schema.isComplete(new Database(root.resolve("nothing.db")))).isFalse();
    }

    @Test
    void a_store_of_an_earlier_version_is_brought_to_this_one_and_finds_whom_it_found() throws SQLException {
        User max = Cast.named(Cast.stranger("max@acme.io"), "Max@acme.io");
        try (SqliteStore store = open(root)) {
            store.write(t -> intend(t, put(t, max))).toCompletableFuture().join();
        }
        sql(
                root,
                "DELETE FROM flyway_schema_history WHERE version = '7'",
                "DROP INDEX people_observed",
                "CREATE INDEX people_observed ON people (observed, observed_type, desired, desired_type)",
                "CREATE INDEX people_in_order ON people (born, id)",
                "UPDATE people SET user_name = address",
                "UPDATE intents SET user_name = address");
        try (SqliteStore store = open(root)) {
            assertThat(store.write(t -> t.people().named("MAX@acme.io"))
                            .toCompletableFuture()
                            .join())
                    .containsExactly(max);
        }
        assertThat(Schema.isComplete(new Database(root.resolve("scim-bridge.db"))))
                .isTrue();
        for (String table : List.of("people", "intents")) {
            assertThat(sql(root, "UPDATE " + table + " SET id = id WHERE user_name IS NOT NULL"))
                    .as(table)
                    .isZero();
        }
    }

    private static User intend(Transaction transaction, User user) {
        transaction.intents().put(user);
        return user;
    }

    private static User put(Transaction transaction, User user) {
        transaction.people().put(user);
        return user;
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused() throws IOException {
        Path file = Files.createFile(root.resolve("file"));
        assertRefused(file, "let this user write there");
        assertRefused(file.resolve("below"), "let this user write there");
    }

    @Test
    void a_database_that_cannot_be_opened_is_refused_and_the_folder_is_free_again() throws IOException {
        Path file = Files.createDirectory(root.resolve("scim-bridge.db"));
        assertRefused(root, "let this user write its files");
        Files.delete(file);
        open(root).close();
    }

    @Test
    void a_store_that_another_program_keeps_locked_is_refused() throws SQLException {
        open(root).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("scim-bridge.db"));
                Statement statement = other.createStatement()) {
            statement.executeUpdate("BEGIN EXCLUSIVE");
            assertRefused(root, "locked by another program", "start again");
        }
    }
}
