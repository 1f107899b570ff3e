package dev.scimbridge.operations.alert;

import dev.scimbridge.operations.alert.Cause.Kind;
import dev.scimbridge.store.Store;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks how things stand each time it is run, says what is to be said in the log at once, and sends it where alerts are
 * sent. What has been said is kept over a restart where the disk allows. For one thread.
 */
public final class Watchman implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
    private static final String FACT = "alarms";

    private final Supplier<Standing> standing;
    private final Store store;
    private final Duration reminder;
    private final @Nullable Outbox outbox;
    private @Nullable Alarms alarms;
    private volatile String kept = "";

    /**
     * One that has not begun.
     *
     * @param channel null for the log only
     * @param random gives numbers in [0, 1)
     */
    public Watchman(
            Supplier<Standing> standing,
            Store store,
            Duration reminder,
            @Nullable Channel channel,
            DoubleSupplier random) {
        this.standing = standing;
        this.store = store;
        this.reminder = reminder;
        this.outbox = channel == null ? null : new Outbox(channel, random);
    }

    @Override
    public void run() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.error("the round of alerts failed and is made again", e);
        }
    }

    private void round() {
        Standing now = standing.get();
        Alarms before = alarms == null ? remembered() : alarms;
        Alarms.Heard heard = before.hearing(Causes.of(now), now.isInformed(), now.now(), reminder);
        for (Notice notice : heard.notices()) {
            say(notice);
        }
        Set<Kind> taken = outbox == null ? EnumSet.allOf(Kind.class) : outbox.send(now.now());
        Alarms after = heard.alarms().heard(taken);
        alarms = after;
        keep(after.text());
    }

    private void say(Notice notice) {
        if (notice.sort() == Notice.Sort.OVER) {
            LOG.info("Alert {}", notice.text());
        } else {
            LOG.warn("Alert {}", notice.text());
        }
        if (outbox != null) {
            outbox.add(notice);
        }
    }

    private Alarms remembered() {
        kept = store.write(tx -> Objects.requireNonNullElse(tx.facts().find(FACT), ""))
                .exceptionally(unread -> "")
                .toCompletableFuture()
                .join();
        return Alarms.of(kept);
    }

    private void keep(String text) {
        if (text.equals(kept) || store.trouble() != null) {
            return;
        }
        var unused = store.write(tx -> {
                    tx.facts().put(FACT, text);
                    return text;
                })
                .whenComplete((written, failure) -> {
                    if (failure == null) {
                        kept = written;
                    }
                });
    }
}
