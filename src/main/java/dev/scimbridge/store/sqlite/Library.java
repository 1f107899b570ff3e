package dev.scimbridge.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite itself, which the driver takes out of its jar to load it. Left alone it would put that among all that is temporary
 * on the machine, leave it there whenever the process is killed, and look through everything there at each start. So it is
 * given a folder of its own, which is gone as soon as the library is loaded: a loaded library needs its file no more.
 */
final class Library {
    /** Where the driver puts it; an operator may say where, as when nothing may be executed in the usual place. */
    private static final String FOLDER = "org.sqlite.tmpdir";

    private static boolean isLoaded;

    private Library() {}

    /** Once in a process. If it cannot be, connecting says so. */
    static synchronized void load() {
        if (isLoaded) {
            return;
        }
        try {
            String usual = System.getProperty(FOLDER, System.getProperty("java.io.tmpdir"));
            load(Files.createTempDirectory(Path.of(usual), "scim-bridge-sqlite-"), usual);
        } catch (Exception again) {
            // Connecting tries again, in the usual place, and its failure ends the start.
        }
        isLoaded = true;
    }

    private static void load(Path folder, String usual) throws Exception {
        System.setProperty(FOLDER, folder.toString());
        try {
            var unused = SQLiteJDBCLoader.initialize();
        } finally {
            System.setProperty(FOLDER, usual);
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> all = entries.toList();
            for (Path each : all) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }
}
