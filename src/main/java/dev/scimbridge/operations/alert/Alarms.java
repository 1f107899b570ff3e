package dev.scimbridge.operations.alert;

import dev.scimbridge.operations.alert.Cause.Kind;
import dev.scimbridge.operations.alert.Notice.Sort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has been said and is not over: of each cause once, then as a reminder, and once that it is over. Words that
 * change meanwhile are said at the next reminder.
 */
public record Alarms(Map<Kind, Told> told) {
    public static final Alarms NONE = new Alarms(Map.of());

    /**
     * What was last said of a cause.
     *
     * @param at when
     * @param isHeard whether everybody who is to be told has taken it since
     * @param words as they are now, empty if that is not known since a restart
     */
    public record Told(Instant at, boolean isHeard, String words) {}

    /** What is to be said now, and what has been said then. */
    public record Heard(Alarms alarms, List<Notice> notices) {}

    public Alarms {
        told = Map.copyOf(told);
    }

    /** In the light of the causes that are on now; whether the others are over can only be said when that is known. */
    public Heard hearing(List<Cause> on, boolean informed, Instant now, Duration reminder) {
        Map<Kind, Told> next = new EnumMap<>(Kind.class);
        if (!informed) {
            next.putAll(told);
        }
        List<Notice> notices = new ArrayList<>();
        for (Cause cause : on) {
            Told before = told.get(cause.kind());
            if (before == null || !before.at.plus(reminder).isAfter(now)) {
                notices.add(new Notice(cause, before == null ? Sort.RAISED : Sort.REMINDED));
                next.put(cause.kind(), new Told(now, false, cause.words()));
            } else {
                next.put(cause.kind(), new Told(before.at, before.isHeard, cause.words()));
            }
        }
        told.forEach((kind, before) -> {
            if (!next.containsKey(kind)) {
                notices.add(new Notice(new Cause(kind, before.words), Sort.OVER));
            }
        });
        return new Heard(new Alarms(next), notices);
    }

    /** What was said of these has been taken. */
    Alarms heard(Set<Kind> kinds) {
        Map<Kind, Told> next = new EnumMap<>(Kind.class);
        told.forEach((kind, before) ->
                next.put(kind, new Told(before.at, before.isHeard || kinds.contains(kind), before.words)));
        return new Alarms(next);
    }

    /**
     * To be kept over a restart, a line each: what was not taken is said again then. No words, for they name people, and
     * who is erased must be gone.
     */
    String text() {
        return told.entrySet().stream()
                .filter(entry -> entry.getValue().isHeard)
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().key() + " " + entry.getValue().at)
                .collect(Collectors.joining("\n"));
    }

    /** What {@link #text} has kept. A line that makes no sense, of another version perhaps, is passed over. */
    static Alarms of(String text) {
        Map<Kind, Told> told = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            text.lines()
                    .filter(line -> line.startsWith(kind.key() + " "))
                    .map(line -> line.substring(kind.key().length() + 1))
                    .forEach(at -> told.put(kind, new Told(Instant.parse(at), true, "")));
        }
        return new Alarms(told);
    }
}
