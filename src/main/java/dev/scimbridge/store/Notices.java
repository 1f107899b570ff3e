package dev.scimbridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the chain itself says was taken away from it: entries that were emptied, and a beginning that was forgotten. The
 * entries that say so name nobody, and so are never erased.
 */
public final class Notices {
    public static final String ERASURE = "erasure";
    public static final String CHECKPOINT = "checkpoint";
    public static final Set<String> KINDS = Set.of(ERASURE, CHECKPOINT);

    private static final Pattern CHECKPOINT_WORDS = Pattern.compile("entry (\\d{1,18}) ([0-9a-f]{64})");

    private final List<Erasure> erasures = new ArrayList<>();
    private @Nullable Checkpoint checkpoint;

    private record Erasure(long seq, Spans emptied) {}

    /** The last of the forgotten ones. */
    private record Checkpoint(long last, String hash) {}

    /**
     * Says which entries were emptied.
     *
     * @param emptied their numbers, in ascending order
     */
    public static Entry erasure(Instant at, Entry.By by, List<Long> emptied) {
        String asked = "empty what was said of one person";
        return new Entry(
                at,
                ERASURE,
                by,
                null,
                new Entry.Words(asked, null, null, Spans.of(emptied).toString(), null));
    }

    /**
     * Says how far the chain was forgotten.
     *
     * @param last of the forgotten ones
     */
    public static Entry checkpoint(Instant at, Entry.By by, Instant before, Link last) {
        String asked = "forget what is older than " + before;
        String answered = "entry " + last.seq() + " " + last.hash();
        return new Entry(at, CHECKPOINT, by, null, new Entry.Words(asked, null, null, answered, null));
    }

    /** Takes in one entry of these kinds, in the order of the chain. One that is not as it was written says nothing. */
    public void add(Link link, @Nullable Payload payload) {
        String words = payload == null || !isSound(link, payload)
                ? null
                : payload.words().answered();
        if (words == null) {
            return;
        }
        Matcher said = CHECKPOINT_WORDS.matcher(words);
        if (link.kind().equals(ERASURE)) {
            erasures.add(new Erasure(link.seq(), Spans.read(words)));
        } else if (link.kind().equals(CHECKPOINT) && said.matches()) {
            checkpoint = new Checkpoint(Long.parseLong(said.group(1)), said.group(2));
        }
    }

    private static boolean isSound(Link link, Payload payload) {
        return link.seal().equals(link.hash()) && payload.hash().equals(link.payload());
    }

    /** Whether a later entry says that this one was emptied. */
    boolean tellOf(long seq) {
        return erasures.stream().anyMatch(each -> each.seq > seq && each.emptied.contain(seq));
    }

    /** How many entries were forgotten. */
    long forgotten() {
        return checkpoint == null ? 0 : checkpoint.last;
    }

    /** The hash of the last forgotten one. */
    String before() {
        return checkpoint == null ? Chain.NOWHERE : checkpoint.hash;
    }
}
