package dev.scimbridge.operations;

import dev.scimbridge.provisioning.Departure;
import dev.scimbridge.store.AuditLog.Line;
import dev.scimbridge.store.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one leaver left, as the chain has it: nothing is kept besides.
 *
 * @param asked the first write that was read as leaving, or the release that let it pass; null if it is not in the chain
 *     any more
 * @param commanded the last command that was answered ok; null if none was needed
 * @param confirmed when it was known that they had left; null if it is not yet
 */
record Evidence(
        @Nullable Line asked,
        @Nullable Line commanded,
        @Nullable Line confirmed) {
    /** Each time this person was to leave, oldest first; pure. */
    static List<Evidence> of(List<Line> history) {
        List<Evidence> all = new ArrayList<>();
        Line asked = null;
        Line commanded = null;
        for (Line line : history) {
            Entry.Words words = line.entry().words();
            if (line.entry().kind().equals(Departure.CONFIRMED)) {
                all.add(new Evidence(asked, commanded, line));
                asked = null;
                commanded = null;
            } else if (isDisabled(words)) {
                commanded = line;
            } else if (words.meant() != null && words.meant().startsWith("active")) {
                asked = null;
                commanded = null;
            } else if (words.meant() != null && leaves(words.meant()) && asked == null) {
                asked = line;
            }
        }
        if (asked != null || commanded != null) {
            all.add(new Evidence(asked, commanded, null));
        }
        return all;
    }

    private static boolean isDisabled(Entry.Words words) {
        return words.called() != null && words.called().startsWith("disableUser") && "ok".equals(words.answered());
    }

    private static boolean leaves(String meant) {
        return meant.equals("inactive") || meant.equals("deleted");
    }
}
