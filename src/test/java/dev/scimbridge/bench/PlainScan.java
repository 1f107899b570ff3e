package dev.scimbridge.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** The limit of a filter that no index serves: a look at each of so many small records, compared as the filter does. */
final class PlainScan {
    private record Small(String id, String userName, String familyName) {}

    private PlainScan() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Random random = new Random(1);
        Small[] all = new Small[Integer.parseInt(arguments[0])];
        Arrays.setAll(all, i -> new Small("id-" + i, "someone." + i + "@acme.io", family("Miller", i)));
        Stint.serve(1, none -> {
            String wanted = family("miller", random.nextInt(all.length));
            if (matching(all, wanted) > all.length) {
                throw new IllegalStateException("never, but the compiler does not know");
            }
        });
    }

    private static String family(String name, int number) {
        return String.format(Locale.ROOT, "%s %06d", name, number);
    }

    private static int matching(Small[] all, String wanted) {
        int found = 0;
        for (Small each : all) {
            if (contains(each.familyName, wanted)) {
                found++;
            }
        }
        return found;
    }

    private static boolean contains(String text, String wanted) {
        for (int from = 0; from <= text.length() - wanted.length(); from++) {
            if (text.regionMatches(true, from, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }
}
