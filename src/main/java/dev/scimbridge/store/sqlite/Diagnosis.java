package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.StoreProblem;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why a store cannot be opened, in one line, with the cure. */
final class Diagnosis {
    private static final int FULL = 13;
    private static final int NOT_A_DATABASE = 26;
    private static final int CORRUPT = 11;
    private static final int BUSY = 5;

    private Diagnosis() {}

    static StoreProblem of(Folder folder, RuntimeException e) {
        String line = "The store in " + folder + " " + line(e);
        return new StoreProblem(line.replaceAll("\\s*\\R\\s*", " "), e);
    }

    private static String line(RuntimeException e) {
        SQLException cause = cause(e);
        if (cause == null) {
            return "cannot be opened (" + e.getMessage()
                    + "): if it is not a store of scim-bridge, set SCIM_BRIDGE_DATA to another folder.";
        }
        return switch (cause.getErrorCode() & 0xFF) {
            case NOT_A_DATABASE, CORRUPT ->
                "is damaged or not a database: put a backup of scim-bridge.db in its place,"
                        + " or set SCIM_BRIDGE_DATA to another folder.";
            case BUSY -> "is locked by another program: close that one, and start again.";
            case FULL -> "cannot be written: its disk is full. Make room, and start again.";
            default ->
                "cannot be opened or written (" + cause.getMessage()
                        + "): let this user write its files, or set SCIM_BRIDGE_DATA to another folder.";
        };
    }

    /** The deepest one: the migrations wrap what the database says. */
    private static @Nullable SQLException cause(Throwable thrown) {
        SQLException deepest = null;
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                deepest = sql;
            }
        }
        return deepest;
    }
}
