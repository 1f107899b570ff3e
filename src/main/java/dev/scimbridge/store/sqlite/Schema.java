package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.StoreProblem;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** The tables, brought to the form that this version knows. */
final class Schema {
    private static final String SCRIPTS = "classpath:dev/scimbridge/store/migration";

    private Schema() {}

    static void migrate(DataSource source, Folder folder) {
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
