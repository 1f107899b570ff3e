package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.StoreProblem;
import dev.scimbridge.store.StoreUnavailable;
import dev.scimbridge.store.sqlite.Statements.Binding;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** The tables, brought to the form that this version knows. */
final class Schema {
    private static final String SCRIPTS = "classpath:dev/scimbridge/store/migration";

    private static final String HISTORY =
            "SELECT COALESCE(version, description) || ' ' || COALESCE(checksum, '') || ' '"
                    + " || success FROM flyway_schema_history ORDER BY installed_rank";

    /** Each with the checksum of its script. */
    private static final List<String> COMPLETE = List.of(
            "1 -1440042975 1",
            "2 2134442290 1",
            "3 1337994698 1",
            "4 -1210200379 1",
            "5 -1153771559 1",
            "6 2088889240 1",
            "7 -1647008729 1");

    private Schema() {}

    /** Has the migrations looked through, which takes a tenth of a start, only where something may be left to do. */
    static void complete(Database database, Folder folder) {
        if (!isComplete(database)) {
            migrate(database.source(), folder);
        }
    }

    /** Whether exactly the migrations of this version were made here, by the scripts as they are. */
    static boolean isComplete(Database database) {
        try (Statements statements = new Statements(database.reader())) {
            statements.lend(Thread.currentThread());
            return COMPLETE.equals(statements.all(HISTORY, Binding.NOTHING, Row::text));
        } catch (StoreUnavailable e) {
            // It was never migrated, or cannot be read: the migrations find out.
            return false;
        }
    }

    private static void migrate(DataSource source, Folder folder) {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations(SCRIPTS)
                .loggers(QuietLogs.class.getName())
                .load();
        MigrationInfoService info = flyway.info();
        MigrationInfo current = info.current();
        if (current != null && current.getState() == MigrationState.FUTURE_SUCCESS) {
            throw new StoreProblem("The store in " + folder + " was written by a newer scim-bridge (its schema is "
                    + current.getVersion()
                    + "): start that version again, or set SCIM_BRIDGE_DATA to another folder.");
        }
        flyway.migrate();
    }
}
