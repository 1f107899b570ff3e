package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.StoreUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** One SQLite file, and the ways to connect to it. */
final class Database {
    /** Only an operator's own tool, a backup for instance, ever holds the lock besides us. */
    private static final int PATIENCE_MILLIS = 5_000;

    /** In KiB if negative. Keeps tens of thousands of people in memory. */
    private static final int CACHE = -32_768;

    /** How long the write-ahead log grows before it is copied into the database: a burst pays for few copies. */
    private static final int LOG_PAGES = 4_096;

    private static final int PAGE_BYTES = 4_096;

    private final String url;

    Database(Path file) {
        // As a URI, because the driver would take a question mark in a plain path for the start of its own settings.
        url = "jdbc:sqlite:" + file.toUri();
        Library.load();
    }

    Connection writer() {
        SQLiteConfig config = writing();
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return connect(config);
    }

    Connection reader() {
        SQLiteConfig config = common();
        config.setReadOnly(true);
        return connect(config);
    }

    /** For the migrations, which use two connections at a time and so must not hold the lock early. */
    DataSource source() {
        SQLiteDataSource source = new SQLiteDataSource(writing());
        source.setUrl(url);
        return source;
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setCacheSize(CACHE);
        // The driver would else ask for the last row id after each insert.
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static SQLiteConfig writing() {
        SQLiteConfig config = common();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setWalAutocheckpoint(LOG_PAGES);
        config.setJournalSizeLimit(LOG_PAGES * PAGE_BYTES);
        config.enforceForeignKeys(true);
        // What a savepoint may have to put back is else written to a file of its own, for each commit.
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        // What is erased must not stay in the file.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return config;
    }

    private Connection connect(SQLiteConfig config) {
        try {
            return config.createConnection(url);
        } catch (SQLException e) {
            throw new StoreUnavailable("the store cannot be opened: " + e.getMessage(), e);
        }
    }
}
