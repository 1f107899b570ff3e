package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Beside;
import dev.scimbridge.directory.Locations;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Resources as they go over the wire, so that each is written down once as long as it says the same. They take a fixed
 * part of the heap: the latest of those that share a place push the others out, and what is large is not kept.
 *
 * <p>Nobody waits here. A place is an immutable chain that is replaced; of two who replace it at once one may be forgotten,
 * which costs making a copy again.
 */
final class Copies {
    /** Bytes of one place: a dozen people, or a group with some hundred members. */
    private static final int PLACE = 16 * 1024;

    /** Bytes a copy takes besides its own. */
    private static final int AROUND = 128;

    /** Of the heap, all copies may take one part in so many. */
    private static final int PART = 8;

    private static final int FEWEST = 64;
    private static final int MOST = 1 << 16;

    /** An odd number of many bits (2 to the 32 over the golden ratio), to choose a place by the first of them. */
    private static final int MIXING = 0x9E37_79B9;

    private final AtomicReferenceArray<@Nullable Copy> places;
    private final int shift;

    /**
     * What a copy is good for.
     *
     * @param resource the very record, which is another one after each write of it
     * @param beside what is shown that is not on the record
     * @param at where resources are, as the reader reaches them
     */
    record Key(Object resource, Beside beside, Locations at) {}

    /** One link of a chain. It has what its key has: each step aside would be a miss of the processor's cache. */
    private static final class Copy {
        private final Object resource;
        private final Beside beside;
        private final Locations at;
        private final byte[] bytes;
        private final @Nullable Copy next;

        private Copy(Key key, byte[] bytes, @Nullable Copy next) {
            this.resource = key.resource;
            this.beside = key.beside;
            this.at = key.at;
            this.bytes = bytes;
            this.next = next;
        }

        @SuppressWarnings("ReferenceEquality")
        private boolean serves(Key key) {
            return resource == key.resource
                    && (beside == key.beside || beside.equals(key.beside))
                    && (at == key.at || at.equals(key.at));
        }

        private int size() {
            return bytes.length + AROUND;
        }

        /** Of this one and those behind it as many as there is room for, without one of the same record and site. */
        @SuppressWarnings("ReferenceEquality")
        private @Nullable Copy others(Key key, int room) {
            boolean succeeded = resource == key.resource && at.equals(key.at);
            boolean stays = !succeeded && size() <= room;
            Copy rest = next == null ? null : next.others(key, stays ? room - size() : room);
            return stays ? new Copy(new Key(resource, beside, at), bytes, rest) : rest;
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

    /** The copy that serves, null if there is none. */
    byte @Nullable [] find(Key key) {
        for (Copy at = places.getAcquire(place(key)); at != null; at = at.next) {
            if (at.serves(key)) {
                return at.bytes;
            }
        }
        return null;
    }

    /** Keeps a copy, in place of older ones that have no room beside it. */
    void keep(Key key, byte[] bytes) {
        int room = PLACE - bytes.length - AROUND;
        if (room >= 0) {
            Copy here = places.getAcquire(place(key));
            Copy others = here == null ? null : here.others(key, room);
            places.setRelease(place(key), new Copy(key, bytes, others));
        }
    }

    /** By the record itself: its id would have to be fetched from further away than all else. */
    private int place(Key key) {
        return (System.identityHashCode(key.resource) * MIXING) >>> shift;
    }
}
