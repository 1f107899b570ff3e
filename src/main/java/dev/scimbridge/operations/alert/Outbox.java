package dev.scimbridge.operations.alert;

import dev.scimbridge.lifecycle.Backoff;
import dev.scimbridge.operations.alert.Cause.Kind;
import dev.scimbridge.operations.alert.Notice.Sort;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a channel has still to take: of each cause the last thing said. It is tried again, after growing pauses. */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private final Channel channel;
    private final DoubleSupplier random;
    private final Map<Kind, Notice> waiting = new EnumMap<>(Kind.class);
    private Instant notBefore = Instant.MIN;
    private int failures;

    Outbox(Channel channel, DoubleSupplier random) {
        this.channel = channel;
        this.random = random;
    }

    void add(Notice notice) {
        Kind kind = notice.cause().kind();
        Notice unsaid = waiting.remove(kind);
        boolean neverSaid = unsaid != null && unsaid.sort() == Sort.RAISED;
        if (notice.sort() != Sort.OVER) {
            waiting.put(kind, neverSaid ? new Notice(notice.cause(), Sort.RAISED) : notice);
        } else if (!neverSaid) {
            waiting.put(kind, notice);
        }
    }

    /** Sends what waits, the worst first, until one fails. Gives the kinds that were taken. */
    Set<Kind> send(Instant now) {
        Set<Kind> taken = EnumSet.noneOf(Kind.class);
        for (Notice notice : List.copyOf(waiting.values())) {
            if (notBefore.isAfter(now) || !isTaken(notice, now)) {
                return taken;
            }
            waiting.remove(notice.cause().kind());
            taken.add(notice.cause().kind());
        }
        return taken;
    }

    private boolean isTaken(Notice notice, Instant now) {
        try {
            channel.send(notice.text());
        } catch (IOException e) {
            failures++;
            notBefore = now.plus(PAUSES.after(failures, random));
            if (failures == 1) {
                LOG.warn("An alert could not be sent and is tried again: {}", e.getMessage());
            }
            return false;
        }
        if (failures > 0) {
            LOG.info("Alerts can be sent again");
        }
        failures = 0;
        return true;
    }
}
