package dev.scimbridge.http;

import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a door is, and who speaks TLS there.
 *
 * @param address port 0 for any that is free
 * @param tls the bridge's own certificate and key, null where it speaks plain HTTP
 * @param isBehindProxy whether something in front says under which scheme and host clients reach the door
 */
public record Front(InetSocketAddress address, @Nullable SSLContext tls, boolean isBehindProxy) {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);

    /** For a listener that speaks TLS itself; null for one that does not. */
    public @Nullable SSLEngineConfigurator engine() {
        return tls == null ? null : new SSLEngineConfigurator(tls, false, false, false);
    }

    /**
     * Takes no more requests, and lets those that run be answered for so long. An orderly end leaves the server's handlers
     * and own threads as they are; they end afterwards.
     */
    public static void close(HttpServer server, int seconds) {
        try {
            server.shutdown(seconds, TimeUnit.SECONDS).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.debug("a door could not be closed in good order", e);
        } finally {
            server.shutdownNow();
        }
    }
}
