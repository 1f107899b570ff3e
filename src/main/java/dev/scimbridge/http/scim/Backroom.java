package dev.scimbridge.http.scim;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What JAX-RS answers. It takes a good part of a start to be put together, and ordinary requests have no need of it: so
 * that is done once the door is open, and whoever has, waits.
 */
final class Backroom extends HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Backroom.class);

    private final Supplier<HttpHandler> making;
    private final CompletableFuture<HttpHandler> made = new CompletableFuture<>();

    Backroom(Supplier<HttpHandler> making) {
        this.making = making;
    }

    /** Begins to put it together. */
    void begin(Executor executor) {
        executor.execute(() -> {
            try {
                HttpHandler handler = making.get();
                handler.start();
                made.complete(handler);
            } catch (Throwable thrown) {
                LOG.error("what JAX-RS answers could not be put together", thrown);
                made.completeExceptionally(thrown);
            }
        });
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        made.join().service(request, response);
    }

    @Override
    public void destroy() {
        var unused = made.thenAccept(HttpHandler::destroy);
    }
}
