package dev.scimbridge.operations;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.User;
import dev.scimbridge.store.AuditLog;
import java.util.List;

/** {@code explain EMAIL}: what was asked, read, called and seen of a person, oldest first, and how they stand now. */
public final class Explain implements Command {
    private static final int MOST = 500;
    private static final List<String> COLUMNS = List.of("at", "entry", "what");

    private final Directory directory;
    private final AuditLog audit;

    public Explain(Directory directory, AuditLog audit) {
        this.directory = directory;
        this.audit = audit;
    }

    @Override
    public Report run(Parameters given) {
        User user = Person.meant(directory.snapshot().people(), given.need("email"));
        return report(user, audit.history(user.id(), MOST));
    }

    static Report report(User user, List<AuditLog.Line> lines) {
        List<List<String>> rows = lines.stream()
                .map(line ->
                        List.of(Times.plain(line.entry().at()), Long.toString(line.seq()), Sentence.of(line.entry())))
                .toList();
        String headline = user.identity().address() + " " + user.id() + ": "
                + user.course().state().word();
        Report report =
                Report.table(headline, COLUMNS, rows).noting(Standing.of(user).toArray(String[]::new));
        return lines.size() < MOST ? report : report.noting("These are the latest " + MOST + " entries.");
    }
}
