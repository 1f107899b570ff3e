package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.Micros;
import dev.scimbridge.store.sqlite.Statements.Binding;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Who was counted of one kind since a moment, everybody once, by when they last were. Guards ask of each of many writes how
 * many there were within an hour, and the database would count them all each time: so they are read when first asked for,
 * and kept from then on with what is counted.
 */
final class Lately {
    private static final String READ =
            "SELECT person, MAX(at) FROM tallies WHERE kind = ? AND at > ? GROUP BY person ORDER BY MAX(at)";

    private final Map<UUID, Long> people = new LinkedHashMap<>();

    /** All who were counted after this moment are here. */
    private long from;

    /** When the last of them was. */
    private long last;

    private Lately(long from) {
        this.from = from;
        this.last = from;
    }

    static Lately read(Statements statements, String kind, Instant after) {
        Lately lately = new Lately(Micros.of(after));
        Binding binding = to -> to.text(kind).time(after);
        statements.each(READ, binding, row -> Map.entry(row.id(), row.number()), lately::add);
        return lately;
    }

    private void add(Map.Entry<UUID, Long> counted) {
        people.put(counted.getKey(), counted.getValue());
        last = counted.getValue();
    }

    /** False if it was before somebody else's: then this order is none any more. */
    boolean count(UUID person, Instant at) {
        long moment = Micros.of(at);
        if (moment < last) {
            return false;
        }
        people.remove(person);
        add(Map.entry(person, moment));
        return true;
    }

    void forget(UUID person) {
        people.remove(person);
    }

    boolean reachesBackTo(Instant moment) {
        return Micros.of(moment) >= from;
    }

    /** How many; those before are let go. */
    int since(Instant moment) {
        from = Micros.of(moment);
        Iterator<Long> moments = people.values().iterator();
        while (moments.hasNext() && moments.next() <= from) {
            moments.remove();
        }
        return people.size();
    }
}
