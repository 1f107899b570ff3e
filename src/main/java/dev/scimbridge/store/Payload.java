package dev.scimbridge.store;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the chain says, as it is stored and sealed: beside the chained row, so that it can be erased.
 *
 * @param salt random, so that an erased payload cannot be guessed from its hash; null if it was erased
 * @param person the id, as it stands there
 */
public record Payload(@Nullable String salt, @Nullable String person, Entry.@Nullable By by, Entry.Words words) {
    /** What is left of one that was erased. */
    public static final Payload ERASED = new Payload(null, null, null, new Entry.Words(null, null, null, null, null));

    /** Stands for an actor that somebody took away: no token has this name, so that the hash is another. */
    private static final String NOBODY = "\0";

    public static Payload of(Entry entry, String salt) {
        UUID person = entry.person();
        return new Payload(salt, person == null ? null : person.toString(), entry.by(), entry.words());
    }

    /** Who asked, as it is stored: null when nothing is said of it. */
    public static Entry.@Nullable By by(@Nullable String actor, @Nullable String client) {
        if (actor != null) {
            return new Entry.By(actor, client);
        }
        return client == null ? null : new Entry.By(NOBODY, client);
    }

    /** The entry; it must not be erased. */
    public Entry entry(Instant at, String kind) {
        return new Entry(at, kind, Objects.requireNonNull(by), person == null ? null : UUID.fromString(person), words);
    }

    public String hash() {
        Seal seal = new Seal().over(salt).over(person);
        seal.over(by == null ? null : by.actor()).over(by == null ? null : by.client());
        return seal.over(words.asked())
                .over(words.meant())
                .over(words.called())
                .over(words.answered())
                .over(words.why())
                .hex();
    }

    /** Whether nothing is left of it. */
    public boolean isErased() {
        return equals(ERASED);
    }
}
