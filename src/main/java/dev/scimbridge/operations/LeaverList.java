package dev.scimbridge.operations;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Leavers;
import dev.scimbridge.directory.Leavers.Leaver;
import dev.scimbridge.directory.User;
import dev.scimbridge.provisioning.Departure;
import dev.scimbridge.store.AuditLog;
import dev.scimbridge.store.AuditLog.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code audit leavers}: who was to leave, and the proof that they have. Those of whom there is none yet come first. */
public final class LeaverList implements Command {
    private static final int HISTORY = 10_000;
    private static final List<String> COLUMNS =
            List.of("address", "state", "asked", "by", "commanded", "confirmed", "minutes", "entries", "why", "id");

    private final Directory directory;
    private final AuditLog audit;

    public LeaverList(Directory directory, AuditLog audit) {
        this.directory = directory;
        this.audit = audit;
    }

    @Override
    public Report run(Parameters given) {
        List<List<String>> rows = new ArrayList<>();
        List<Leaver> open = Leavers.open(directory.snapshot());
        for (Leaver leaver : open) {
            rows.add(open(leaver, latest(leaver.user().id())));
        }
        List<List<String>> confirmed = new ArrayList<>();
        for (UUID person : confirmed()) {
            for (Evidence each : evidence(person)) {
                if (each.confirmed() != null) {
                    confirmed.add(row(person, "confirmed", each, ""));
                }
            }
        }
        // The latest first.
        confirmed.sort(Collections.reverseOrder((a, b) -> a.get(5).compareTo(b.get(5))));
        rows.addAll(confirmed);
        return Report.table(
                open.size() + " to leave and not confirmed yet, " + confirmed.size() + " confirmed", COLUMNS, rows);
    }

    private Set<UUID> confirmed() {
        Set<UUID> people = new LinkedHashSet<>();
        audit.ofKind(
                Departure.CONFIRMED,
                line -> people.add(Objects.requireNonNull(line.entry().person())));
        return people;
    }

    private List<Evidence> evidence(UUID person) {
        return Evidence.of(audit.history(person, HISTORY));
    }

    private Evidence latest(UUID person) {
        List<Evidence> all = evidence(person);
        Evidence last = all.isEmpty() ? null : all.get(all.size() - 1);
        return last == null || last.confirmed() != null ? new Evidence(null, null, null) : last;
    }

    private List<String> open(Leaver leaver, Evidence evidence) {
        List<String> row = new ArrayList<>(row(
                leaver.user().id(),
                leaver.user().isHeldToLeave() ? "held" : "open",
                evidence,
                leaver.user().course().why()));
        if (evidence.asked() == null) {
            row.set(2, Times.plain(leaver.since()));
        }
        return row;
    }

    private List<String> row(UUID person, String state, Evidence evidence, String why) {
        User user = directory.snapshot().people().record(person);
        Line asked = evidence.asked();
        return List.of(
                user == null ? "" : user.identity().address().toString(),
                state,
                at(asked),
                asked == null ? "" : asked.entry().by().actor(),
                at(evidence.commanded()),
                at(evidence.confirmed()),
                minutes(asked, evidence.confirmed()),
                Stream.of(asked, evidence.commanded(), evidence.confirmed())
                        .filter(Objects::nonNull)
                        .map(line -> Long.toString(line.seq()))
                        .collect(Collectors.joining(" ")),
                why,
                person.toString());
    }

    private static String at(@Nullable Line line) {
        return line == null ? "" : Times.plain(line.entry().at());
    }

    private static String minutes(@Nullable Line from, @Nullable Line to) {
        if (from == null || to == null) {
            return "";
        }
        Instant asked = from.entry().at();
        return Long.toString(Duration.between(asked, to.entry().at()).toMinutes());
    }
}
