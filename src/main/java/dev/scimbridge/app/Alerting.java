package dev.scimbridge.app;

import dev.scimbridge.operations.alert.Concerns;
import dev.scimbridge.operations.alert.Standing;
import dev.scimbridge.operations.alert.Watchman;
import dev.scimbridge.provisioning.Operations;
import dev.scimbridge.store.Store;
import dev.scimbridge.webhook.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The watchman on his rounds, with a thread of his own: a webhook that hangs holds up nobody else. */
final class Alerting implements AutoCloseable {
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final ScheduledExecutorService rounds;
    private final @Nullable Webhook webhook;

    private Alerting(ScheduledExecutorService rounds, @Nullable Webhook webhook) {
        this.rounds = rounds;
        this.webhook = webhook;
    }

    /**
     * What is looked at.
     *
     * @param stopped why no lever is pulled, null unless somebody or something has stopped them
     */
    record Sight(
            Clock clock, Concerns concerns, Operations operations, Store store, Supplier<@Nullable String> stopped) {}

    static Alerting begin(Settings settings, Sight sight, ThreadFactory threads) {
        Secret url = settings.alerts().webhook();
        Webhook webhook = url == null ? null : new Webhook(url.reveal());
        Instant began = sight.clock.instant();
        Instant expires = settings.workspace().credentials().expire();
        Watchman watchman = new Watchman(
                () -> standing(sight, began, expires),
                sight.store,
                settings.alerts().reminder(),
                webhook,
                () -> ThreadLocalRandom.current().nextDouble());
        ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(threads);
        var unused = rounds.scheduleWithFixedDelay(watchman, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
        return new Alerting(rounds, webhook);
    }

    private static Standing standing(Sight sight, Instant began, @Nullable Instant expires) {
        Operations.Status status = sight.operations.status();
        return new Standing(
                sight.clock.instant(),
                began,
                new Standing.Workspace(
                        status.problem(),
                        sight.operations.isRefusedAccess(),
                        status.listed(),
                        status.implausible(),
                        expires),
                new Standing.House(sight.store.trouble(), sight.stopped.get()),
                sight.concerns.people());
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        if (webhook != null) {
            webhook.close();
        }
    }
}
