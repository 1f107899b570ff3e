package dev.scimbridge.operations;

import dev.scimbridge.store.AuditLog;
import dev.scimbridge.store.AuditLog.Fault;
import dev.scimbridge.store.AuditLog.Verdict;

/** {@code audit verify}: whether every entry is still as it was written. */
public final class AuditCheck implements Command {
    private final AuditLog audit;

    public AuditCheck(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public Report run(Parameters given) {
        if (given.find("file") != null) {
            throw new Refusal("a file is verified by the command line itself: say audit verify --file FILE there");
        }
        return report(audit.verify());
    }

    static Report report(Verdict verdict) {
        Fault fault = verdict.fault();
        if (fault != null) {
            return Report.saying("NOT sound: entry " + fault.seq() + " of " + verdict.entries()
                            + " is the first bad one: " + fault.why())
                    .unsound();
        }
        long left = verdict.entries() - verdict.forgotten();
        Report sound = Report.saying(left + " entries, all sound");
        return verdict.forgotten() == 0
                ? sound
                : sound.noting("The first " + verdict.forgotten() + " were forgotten, as a checkpoint says.");
    }
}
