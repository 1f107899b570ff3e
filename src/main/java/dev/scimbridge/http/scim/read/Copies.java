package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Beside;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.scim.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Resources as they go over the wire, so that each is written down once as long as it says the same. Of each there is
 * one copy for a site, kept by its id and by what it is looked for; a later one takes the place of what it said before.
 * All take a fixed part of the heap at most, each name's copy counted as if it were not the same as another's: the latest
 * of those that share a place push the others out, and what is large is not kept.
 *
 * <p>Nobody waits here. A place is replaced and never changed; of two who replace it at once one may be forgotten, which
 * costs making a copy again.
 */
final class Copies {
    /** Bytes of one place: a dozen people by one name each, or a group with some hundred members. */
    private static final int PLACE = 16 * 1024;

    /** Bytes a copy takes besides its own. */
    private static final int AROUND = 128;

    /** Of the heap, all copies may take one part in so many. */
    private static final int PART = 8;

    private static final int FEWEST = 64;
    private static final int MOST = 1 << 16;

    /** An odd number of many bits (2 to the 32 over the golden ratio), to choose a place by the first of them. */
    private static final int MIXING = 0x9E37_79B9;

    /**
     * Of each copy what its key has, and its bytes: all beside each other, for each step aside would be a miss of the
     * processor's cache.
     */
    private static final int BESIDE = 1;

    private static final int AT = 2;
    private static final int BYTES = 3;
    private static final int NAME = 4;
    private static final int VERSION = 5;
    private static final int WIDTH = 6;

    private final AtomicReferenceArray<@Nullable Place> places;
    private final int shift;

    /**
     * The copies that share a place, and the hashes of their names: of nobody else's is the name looked at, for that would
     * be a miss of the cache for each.
     */
    private static final class Place {
        static final Place EMPTY = new Place(new int[0], new Object[0]);

        private final int[] hashes;
        private final Object[] copies;

        Place(int[] hashes, Object[] copies) {
            this.hashes = hashes;
            this.copies = copies;
        }

        /** Where the next copy of such a name begins, from this one on; below zero if there is none. */
        int next(int hash, int from) {
            for (int i = from / WIDTH; i < hashes.length; i++) {
                if (hashes[i] == hash) {
                    return i * WIDTH;
                }
            }
            return -1;
        }
    }

    /**
     * What a client is shown.
     *
     * @param version its entity tag
     */
    record Copy(Parts body, String version) {}

    /** Says whether a resource is still this very record, and shown with this beside it. */
    interface Now {
        boolean shows(Object resource, Beside beside);
    }

    /**
     * What a copy is good for.
     *
     * @param name by which it is asked for: the id of the resource, or a condition that it alone fulfils
     * @param resource the very record, which is another one after each write of it
     * @param beside what is shown that is not on the record
     * @param at where resources are, as the reader reaches them
     */
    record Key(Object name, Object resource, Beside beside, Locations at) {
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Object[] place, int copy) {
            return resource == place[copy];
        }

        /** Whether nobody needs that copy once there is one for this key. */
        boolean succeeds(Object[] place, int copy) {
            return name.equals(place[copy + NAME]) && (!isOf(place, copy) || isReached(place, copy));
        }

        boolean isReached(Object[] place, int copy) {
            return isSame(at, place[copy + AT]);
        }

        boolean isShown(Object[] place, int copy) {
            return isSame(beside, place[copy + BESIDE]);
        }

        @SuppressWarnings("ReferenceEquality")
        private static boolean isSame(Object one, Object other) {
            return one == other || one.equals(other);
        }
    }

    /** With room for so many bytes, rounded down to a power of two of places. */
    Copies(long room) {
        int wanted = (int) Math.max(FEWEST, Math.min(MOST, room / PLACE));
        int bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(wanted);
        this.places = new AtomicReferenceArray<>(1 << bits);
        this.shift = Integer.SIZE - bits;
    }

    static Copies forThisHeap() {
        return new Copies(Runtime.getRuntime().maxMemory() / PART);
    }

    /**
     * Fetches the copies of these, who are about to be asked for one after the other: in loops so short that a processor
     * asks the memory for many things at once.
     */
    <T> void bringNear(List<T> resources, Function<? super T, UUID> ids) {
        int sum = 0;
        for (T each : resources) {
            sum += place(hash(ids.apply(each))).hashes.length;
        }
        for (T each : resources) {
            sum += length(hash(ids.apply(each)));
        }
        notice(sum);
    }

    /** Of no use but that the compiler must not leave out what it is made of. */
    private static void notice(int sum) {
        if (sum < 0) {
            throw new IllegalStateException("no array has a length below nothing");
        }
    }

    private int length(int hash) {
        Place place = place(hash);
        int copy = place.next(hash, 0);
        return copy < 0 ? 0 : ((byte[]) place.copies[copy + BYTES]).length;
    }

    /** The copy that serves, null if there is none. */
    byte @Nullable [] find(Key key) {
        int hash = hash(key.name);
        Place place = place(hash);
        Object[] copies = place.copies;
        for (int copy = place.next(hash, 0); copy >= 0; copy = place.next(hash, copy + WIDTH)) {
            if (key.isOf(copies, copy) && key.isShown(copies, copy) && key.isReached(copies, copy)) {
                return (byte[]) copies[copy + BYTES];
            }
        }
        return null;
    }

    /**
     * The copy of what is called so now, null if there is none that serves. Nothing is looked for on the record, which is
     * far away.
     */
    @Nullable
    Copy find(Object name, Locations at, Now now) {
        int hash = hash(name);
        Place place = place(hash);
        Object[] copies = place.copies;
        for (int copy = place.next(hash, 0); copy >= 0; copy = place.next(hash, copy + WIDTH)) {
            if (name.equals(copies[copy + NAME])
                    && Key.isSame(at, copies[copy + AT])
                    && now.shows(copies[copy], (Beside) copies[copy + BESIDE])) {
                Parts body = new Parts(List.of((byte[]) copies[copy + BYTES]));
                return new Copy(body, (String) copies[copy + VERSION]);
            }
        }
        return null;
    }

    /** Keeps a copy, in place of those that it succeeds, and of older ones that have no room beside it. */
    void keep(Key key, byte[] bytes, String version) {
        int room = PLACE - bytes.length - AROUND;
        if (room < 0) {
            return;
        }
        int hash = hash(key.name);
        Place before = place(hash);
        List<Object> next = new ArrayList<>(List.of(key.resource, key.beside, key.at, bytes, near(key.name), version));
        for (int copy = 0; copy < before.copies.length; copy += WIDTH) {
            int size = ((byte[]) before.copies[copy + BYTES]).length + AROUND;
            if (!key.succeeds(before.copies, copy) && size <= room) {
                next.addAll(Arrays.asList(before.copies).subList(copy, copy + WIDTH));
                room -= size;
            }
        }
        int[] hashes = IntStream.range(0, next.size() / WIDTH)
                .map(i -> hash(next.get(i * WIDTH + NAME)))
                .toArray();
        places.setRelease(hash >>> shift, new Place(hashes, next.toArray()));
    }

    /** What is made now is beside the bytes, where the id of a record is not. */
    private static Object near(Object name) {
        return name instanceof UUID id ? new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()) : name;
    }

    private Place place(int hash) {
        Place place = places.getAcquire(hash >>> shift);
        return place == null ? Place.EMPTY : place;
    }

    /** Its first bits choose the place. */
    private static int hash(Object name) {
        return name.hashCode() * MIXING;
    }
}
