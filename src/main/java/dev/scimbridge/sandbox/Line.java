package dev.scimbridge.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of the register: somebody through time, so that a listing can show how things stood a while ago. */
final class Line {
    private record Entry(Instant from, Person person) {}

    private final int number;
    private final List<Entry> entries = new ArrayList<>(1);

    Line(int number, Person person, Instant from) {
        this.number = number;
        write(person, from);
    }

    int number() {
        return number;
    }

    Person person() {
        return last().person();
    }

    Instant since() {
        return last().from();
    }

    void write(Person person, Instant from) {
        entries.add(new Entry(from, person));
    }

    Optional<Person> asOf(Instant moment) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (!entries.get(i).from().isAfter(moment)) {
                return Optional.of(entries.get(i).person());
            }
        }
        return Optional.empty();
    }

    private Entry last() {
        return entries.get(entries.size() - 1);
    }
}
