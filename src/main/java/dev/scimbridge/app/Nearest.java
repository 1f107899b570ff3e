package dev.scimbridge.app;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The name that someone may have meant. */
final class Nearest {
    private Nearest() {}

    /** The closest of the names, or null if none is close: at most one letter in five is wrong, and at least two may. */
    static @Nullable String to(String written, Collection<String> names) {
        String nearest = null;
        int least = Math.max(2, written.length() / 5) + 1;
        for (String name : names) {
            int distance = distance(written, name);
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    /** Levenshtein's: how many letters are put in, left out or changed. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
