package dev.scimbridge.app;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.operations.AuditCheck;
import dev.scimbridge.operations.AuditErasure;
import dev.scimbridge.operations.AuditExport;
import dev.scimbridge.operations.AuditPruning;
import dev.scimbridge.operations.Commands;
import dev.scimbridge.operations.Explain;
import dev.scimbridge.operations.LeaverList;
import dev.scimbridge.operations.Manual;
import dev.scimbridge.provisioning.Erasing;
import dev.scimbridge.store.AuditLog;
import dev.scimbridge.store.sqlite.SqliteStore;
import java.time.Clock;

/** The commands that read the audit chain or take away from it. */
final class AuditCommands {
    private AuditCommands() {}

    /** What they work on. */
    record Ground(SqliteStore store, Directory directory, Erasing erasing, Clock clock) {}

    static void addTo(Commands commands, Ground ground) {
        AuditLog audit = ground.store.audit();
        commands.with(Manual.EXPLAIN, new Explain(ground.directory, audit))
                .with(Manual.AUDIT_VERIFY, new AuditCheck(audit))
                .with(Manual.AUDIT_EXPORT, new AuditExport(ground.store, audit))
                .with(Manual.AUDIT_LEAVERS, new LeaverList(ground.directory, audit))
                .with(Manual.AUDIT_ERASE, new AuditErasure(ground.erasing))
                .with(Manual.AUDIT_PRUNE, new AuditPruning(ground.store, audit, ground.clock));
    }
}
