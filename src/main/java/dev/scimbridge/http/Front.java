package dev.scimbridge.http;

import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.jspecify.annotations.Nullable;

/**
 * Where a door is, and who speaks TLS there.
 *
 * @param address port 0 for any that is free
 * @param tls the bridge's own certificate and key, null where it speaks plain HTTP
 * @param isBehindProxy whether something in front says under which scheme and host clients reach the door
 */
public record Front(InetSocketAddress address, @Nullable SSLContext tls, boolean isBehindProxy) {
    /** For a listener that speaks TLS itself; null for one that does not. */
    public @Nullable SSLEngineConfigurator engine() {
        return tls == null ? null : new SSLEngineConfigurator(tls, false, false, false);
    }

    /** Takes no more requests, and lets those that run be answered for so long. */
    public static void close(HttpServer server, int seconds) {
        try {
            server.shutdown(seconds, TimeUnit.SECONDS).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            server.shutdownNow();
        }
    }
}
