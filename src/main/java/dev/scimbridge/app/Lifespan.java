package dev.scimbridge.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the start to SIGTERM or Ctrl-C.
 *
 * <p>A process that is stopped by a signal ends with 128 and the signal's number: 143 for SIGTERM, 130 for Ctrl-C. That
 * is how Java does it, how supervisors expect it (systemd and Kubernetes count 143 as a good end), and it says nothing
 * about whether closing went well; the log does.
 */
final class Lifespan {
    private static final Logger LOG = LoggerFactory.getLogger(Lifespan.class);

    /** Supervisors that kill after as many seconds (docker) should be told to wait some longer. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private Lifespan() {}

    /** Has this closed when the process is told to end. */
    static void closeAtEnd(AutoCloseable running, Duration patience) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(running, patience), "shutdown"));
    }

    /** Parks the thread until then. */
    static void park() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // Nobody interrupts the main thread but to end the process, and the exit that follows closes everything.
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable running, Duration patience) {
        LOG.info("stopping");
        Thread closing = new Thread(() -> closeNow(running), "closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            LOG.warn(
                    "not closed within {} s; what was acknowledged is on disk and is carried out after the next start",
                    patience.toSeconds());
        }
    }

    private static void closeNow(AutoCloseable running) {
        try {
            running.close();
            LOG.info("stopped");
        } catch (Exception e) {
            LOG.error("closing failed", e);
        }
    }
}
