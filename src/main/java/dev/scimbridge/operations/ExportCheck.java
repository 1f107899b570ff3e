package dev.scimbridge.operations;

import dev.scimbridge.store.AuditLog.End;
import dev.scimbridge.store.Chain;
import dev.scimbridge.store.Link;
import dev.scimbridge.store.Notices;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether an exported audit chain is as it was exported, by its lines alone. Pure. */
public final class ExportCheck {
    private final Notices notices = new Notices();
    private @Nullable ExportLine last;
    private boolean readable = true;

    private ExportCheck() {}

    /**
     * Reads the lines twice: what was taken away from the chain is said later in it.
     *
     * @param lines each time from the first
     */
    public static Report of(Supplier<Stream<String>> lines) {
        ExportCheck check = new ExportCheck();
        try (Stream<String> first = lines.get()) {
            first.forEachOrdered(check::skim);
        }
        ExportLine end = check.last;
        if (end == null || !check.readable) {
            return Report.saying("this is no export of the audit, or its last line is missing")
                    .unsound();
        }
        Chain chain = new Chain(check.notices);
        try (Stream<String> second = lines.get()) {
            second.forEachOrdered(line -> check.follow(line, chain, end.isPseudonymised()));
        }
        chain.end(end.end() == null ? new End(0, "") : end.end());
        Report report = AuditCheck.report(chain.verdict());
        return end.isPseudonymised()
                ? report.noting(
                        "Its words are pseudonymised: that they are in their order and none is missing is verified,"
                                + " what they say is not.")
                : report;
    }

    private void skim(String text) {
        if (text.isEmpty()) {
            return;
        }
        ExportLine line = ExportLine.read(text);
        if (line == null || last != null) {
            readable = false;
            return;
        }
        Link link = line.link();
        if (line.end() != null) {
            last = line;
        } else if (link == null) {
            readable = false;
        } else if (Notices.KINDS.contains(link.kind())) {
            notices.add(link, line.payload());
        }
    }

    private void follow(String text, Chain chain, boolean pseudonymised) {
        ExportLine line = text.isEmpty() ? null : ExportLine.read(text);
        Link link = line == null || line.end() != null ? null : line.link();
        if (line == null || link == null) {
            return;
        }
        if (pseudonymised && !Notices.KINDS.contains(link.kind())) {
            chain.follow(link);
        } else {
            chain.follow(link, line.payload());
        }
    }
}
