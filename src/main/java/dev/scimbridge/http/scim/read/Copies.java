package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Edition;
import dev.scimbridge.directory.Locations;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Resources as they go over the wire, so that each is written down once as long as it says the same. They take a fixed
 * part of the heap: the latest of those that share a place push the others out, and what is large is not kept.
 *
 * <p>Nobody waits here. A place is an immutable list that is replaced; of two who replace it at once one may be forgotten,
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

    /** An odd number of many bits (2 to the 32 over the golden ratio): ids need not differ in their last bits. */
    private static final int MIXING = 0x9E37_79B9;

    private final AtomicReferenceArray<@Nullable List<Copy>> places;
    private final int shift;

    /**
     * What a copy is good for.
     *
     * @param id of the resource
     * @param resource the very record, which is another one after each write of it
     * @param edition what is shown beside the record
     * @param at where resources are, as the reader reaches them
     */
    record Key(UUID id, Object resource, Edition edition, Locations at) {
        @SuppressWarnings("ReferenceEquality")
        boolean serves(Key other) {
            return resource == other.resource && edition.equals(other.edition) && at.equals(other.at);
        }

        /** Whether this is for the same readers of the same resource, whatever it says. */
        boolean succeeds(Key other) {
            return id.equals(other.id) && at.equals(other.at);
        }
    }

    private static final class Copy {
        private final Key key;
        private final byte[] bytes;

        private Copy(Key key, byte[] bytes) {
            this.key = key;
            this.bytes = bytes;
        }

        private int size() {
            return bytes.length + AROUND;
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
        List<Copy> here = places.getAcquire(place(key));
        if (here != null) {
            for (int i = 0; i < here.size(); i++) {
                Copy copy = here.get(i);
                if (copy.key.serves(key)) {
                    return copy.bytes;
                }
            }
        }
        return null;
    }

    /** Keeps a copy instead of that which it succeeds, and of what has no room beside it. */
    void keep(Key key, byte[] bytes) {
        Copy copy = new Copy(key, bytes);
        int room = PLACE - copy.size();
        if (room < 0) {
            return;
        }
        List<Copy> next = new ArrayList<>();
        next.add(copy);
        List<Copy> here = places.getAcquire(place(key));
        for (Copy other : here == null ? List.<Copy>of() : here) {
            room -= key.succeeds(other.key) ? 0 : other.size();
            if (room >= 0 && !key.succeeds(other.key)) {
                next.add(other);
            }
        }
        places.setRelease(place(key), List.copyOf(next));
    }

    private int place(Key key) {
        return (key.id.hashCode() * MIXING) >>> shift;
    }
}
