package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.AuditLog;
import dev.scimbridge.store.Picture;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.contract.StoreKit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The embedded engine in a folder that is thrown away. */
public final class SqliteKit implements StoreKit {
    private final Path root = temporary();
    private Path folder = root.resolve("data-0");
    private int crashes;
    private SqliteStore store;

    private static Path temporary() {
        try {
            return Files.createTempDirectory("store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public Store open(Picture picture) {
        store = SqliteStore.open(folder, work -> new Thread(work, "store"), Runnable::run, picture);
        return store;
    }

    @Override
    public AuditLog audit() {
        return store.audit();
    }

    /** A copy of the files as they are now is what a dead process would have left. */
    @Override
    public void crash() {
        Path left = root.resolve("data-" + ++crashes);
        try {
            Files.createDirectories(left);
            for (String file : List.of("scim-bridge.db", "scim-bridge.db-wal")) {
                Files.copy(folder.resolve(file), left.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.close();
        folder = left;
    }

    @Override
    public void cut() {
        store.halt();
    }

    @Override
    public void sql(String... statements) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : statements) {
                statement.executeUpdate(each);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> columns(String table) {
        List<String> columns = new ArrayList<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery("SELECT name FROM pragma_table_info('" + table + "')")) {
            while (names.next()) {
                columns.add(names.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return columns;
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("scim-bridge.db"));
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(SqliteKit::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
