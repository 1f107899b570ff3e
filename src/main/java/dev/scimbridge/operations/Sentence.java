package dev.scimbridge.operations;

import dev.scimbridge.provisioning.Departure;
import dev.scimbridge.store.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An entry of the audit chain as plain sentences. Pure. */
final class Sentence {
    private static final String SEEN = "seen ";

    private Sentence() {}

    static String of(Entry entry) {
        return switch (entry.kind()) {
            case "scim-write", "operator" -> asked(entry);
            case "step" -> step(entry.words());
            case "listing" -> listing(entry.words());
            case Departure.CONFIRMED -> confirmed(entry.words());
            default -> other(entry);
        };
    }

    private static String who(Entry.By by) {
        if (by.equals(Entry.By.BRIDGE)) {
            return "The bridge";
        }
        if (by.equals(Entry.By.OPERATOR)) {
            return "An operator";
        }
        return by.client() == null ? by.actor() : by.actor() + " (" + by.client() + ")";
    }

    /** {@code okta (Okta SCIM Client) asked: patch: replace active false; read as inactive.} */
    private static String asked(Entry entry) {
        Entry.Words words = entry.words();
        if (words.asked() == null) {
            return joined(who(entry.by()) + " saw to it: " + words.meant(), words.why());
        }
        String read = words.meant() == null ? "" : "; read as " + words.meant();
        return joined(who(entry.by()) + " asked: " + words.asked() + read, words.why());
    }

    private static String step(Entry.Words words) {
        if (words.called() != null) {
            return joined(words.called() + " was called: " + words.answered(), words.why());
        }
        if (words.answered() != null) {
            return joined("The workspace answered: " + words.answered(), words.why());
        }
        if (words.meant() != null) {
            return joined("Wished from now on: " + words.meant(), words.why());
        }
        return joined("The bridge: " + words.why(), null);
    }

    private static String listing(Entry.Words words) {
        String seen = words.answered();
        if (seen == null) {
            return joined("A listing: " + words.why(), null);
        }
        String now = seen.startsWith(SEEN) ? seen.substring(SEEN.length()) : seen;
        return joined("A listing showed them: " + now, words.why());
    }

    private static String confirmed(Entry.Words words) {
        return joined("Confirmed that they have left: " + words.answered(), words.why());
    }

    /** Whatever else there is, in the order of what is said. */
    private static String other(Entry entry) {
        Entry.Words words = entry.words();
        List<String> parts = new ArrayList<>();
        add(parts, "asked: ", words.asked());
        add(parts, "read as ", words.meant());
        add(parts, "called: ", words.called());
        add(parts, "answered: ", words.answered());
        add(parts, "", words.why());
        String kind = entry.kind().replace('-', ' ');
        String what = kind.isEmpty() ? "something" : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
        String by = entry.by().equals(Entry.By.BRIDGE) ? "" : " by " + who(entry.by());
        return joined(what + by + (parts.isEmpty() ? "" : ": " + String.join("; ", parts)), null);
    }

    private static void add(List<String> parts, String introduction, @Nullable String words) {
        if (words != null) {
            parts.add(introduction + words);
        }
    }

    private static String joined(String sentence, @Nullable String why) {
        String whole = why == null || why.isEmpty() ? sentence : sentence + "; " + why;
        return whole.endsWith(".") ? whole : whole + ".";
    }
}
