package dev.scimbridge.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * The limit of a filter that no index serves: a look at each of so many small records, compared as the filter does. They
 * are what a plain program would keep of people, one behind the other in memory.
 */
final class PlainScan {
    private record Person(
            String id,
            String userName,
            String givenName,
            String familyName,
            String email,
            String externalId,
            String role,
            boolean active) {
        static Person numbered(int number) {
            String address = "someone." + number + "@acme.io";
            return new Person(
                    UUID.randomUUID().toString(),
                    address,
                    "Someone",
                    family("Miller", number),
                    address,
                    String.format(Locale.ROOT, "00u%08d", number),
                    "DEVELOPER",
                    true);
        }
    }

    private PlainScan() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Random random = new Random(1);
        Person[] all = new Person[Integer.parseInt(arguments[0])];
        Arrays.setAll(all, Person::numbered);
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

    private static int matching(Person[] all, String wanted) {
        int found = 0;
        for (Person each : all) {
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
