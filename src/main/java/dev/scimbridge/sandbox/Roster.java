package dev.scimbridge.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a listing shows, in the schema's words. Maps, because a hundred thousand of them are read field by field. */
record Roster(List<Map<String, Object>> activeUsers, List<Map<String, Object>> invitedUsers) {

    static Roster of(Stream<Person> people, Knobs knobs) {
        List<Person> seen = people.toList();
        boolean withDisabled = knobs.at(Knob.DISABLED_LISTED) == Knob.DisabledListed.YES;
        String open = knobs.at(Knob.OPEN_INVITE).name();
        return new Roster(
                seen.stream()
                        .filter(person -> person.is(Standing.ACTIVE) || (withDisabled && person.is(Standing.DISABLED)))
                        .map(Roster::active)
                        .toList(),
                seen.stream()
                        .filter(person -> person.is(Standing.INVITED) || person.is(Standing.EXPIRED))
                        .map(person -> invited(person, open))
                        .toList());
    }

    /** The first part of it, as a listing cut short by a bug would show. */
    Roster share(double fraction) {
        return new Roster(first(activeUsers, fraction), first(invitedUsers, fraction));
    }

    private static List<Map<String, Object>> first(List<Map<String, Object>> all, double fraction) {
        return all.subList(0, (int) Math.floor(all.size() * fraction));
    }

    private static Map<String, Object> active(Person person) {
        return Map.of(
                "uid", person.uid().orElseThrow(),
                "email", person.email(),
                "name", person.name(),
                "accountType", person.accountType());
    }

    private static Map<String, Object> invited(Person person, String open) {
        String status =
                person.is(Standing.INVITED) ? open : person.standing().name().toUpperCase(Locale.ROOT);
        return Map.of("email", person.email(), "accountType", person.accountType(), "inviteStatus", status);
    }
}
