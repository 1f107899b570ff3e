package dev.scimbridge.operations;

import dev.scimbridge.store.AuditLog.Line;
import dev.scimbridge.store.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What was written of one person, a minute between any two. */
final class History {
    static final UUID EVA = new UUID(7, 1);
    static final Entry.By OKTA = new Entry.By("okta", "Okta SCIM Client");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Line> lines = new ArrayList<>();

    History asked(String asked, String meant, String why) {
        return add("scim-write", OKTA, new Entry.Words(asked, meant, null, null, why));
    }

    History called(String called, String answered) {
        return add("step", Entry.By.BRIDGE, new Entry.Words(null, null, called, answered, null));
    }

    History listing(String seen, String was) {
        return add("listing", Entry.By.BRIDGE, new Entry.Words(null, null, null, seen, was));
    }

    History confirmed() {
        Entry.Words words =
                new Entry.Words(null, "inactive", null, "not in the workspace any more", "a listing shows it");
        return add("leaver-confirmed", Entry.By.BRIDGE, words);
    }

    History add(String kind, Entry.By by, Entry.Words words) {
        Instant at = NINE.plusSeconds(60L * lines.size());
        lines.add(new Line(lines.size() + 1L, new Entry(at, kind, by, EVA, words)));
        return this;
    }

    List<Line> lines() {
        return lines;
    }

    /** The sentence of the last one. */
    String sentence() {
        return Sentence.of(lines.get(lines.size() - 1).entry());
    }
}
