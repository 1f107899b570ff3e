package dev.scimbridge.provisioning;

import dev.scimbridge.provisioning.Regrouping.Part;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off who was left for later when a large group was written, one part after the other, so that the writes of
 * others, leavers above all, slip in between. It has no thread: each part is begun when the one before is on disk.
 */
final class Catchup {
    private static final Logger LOG = LoggerFactory.getLogger(Catchup.class);
    private static final Duration STORE_AGAIN = Duration.ofSeconds(1);

    private final Store store;
    private final Regrouping regrouping;
    private final Waiting waiting;
    private final ScheduledExecutorService timer;
    private final Runnable stir;

    /** How often it was asked to begin and has not yet found nobody left; it is at work unless this is 0. */
    private final AtomicInteger asked = new AtomicInteger();

    Catchup(Store store, Regrouping regrouping, Waiting waiting, ScheduledExecutorService timer, Runnable stir) {
        this.store = store;
        this.regrouping = regrouping;
        this.waiting = waiting;
        this.timer = timer;
        this.stir = stir;
    }

    /** There may be somebody left. Does not block. */
    void begin() {
        if (asked.getAndIncrement() == 0) {
            next(1);
        }
    }

    private void next(int heard) {
        var unused = store.write(regrouping::part).whenComplete((part, failure) -> done(heard, part, failure));
    }

    private void done(int heard, @Nullable Part part, @Nullable Throwable failure) {
        if (part == null) {
            if (!(failure instanceof StoreUnavailable)) {
                LOG.warn("people of a large group could not be seen to, trying again: {}", String.valueOf(failure));
            }
            var unused = timer.schedule(() -> next(heard), STORE_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        part.standing().forEach(waiting::accept);
        stir.run();
        int left = part.isLast() ? asked.addAndGet(-heard) : heard;
        if (left > 0) {
            next(left);
        }
    }
}
