package dev.scimbridge.story;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionTimeoutException;

/** Where alerts are posted: takes all, but for the next few it is told to fail. */
final class Hook implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What only who may post there knows. */
    static final String PATH = "/services/T0PLANTED/B0PLANTED/w3bh00k-planted-path";

    private final HttpServer server;
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();

    private Hook(HttpServer server) {
        this.server = server;
    }

    static Hook open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Hook hook = new Hook(server);
            server.createContext(PATH, hook::take);
            server.start();
            return hook;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** Answers the next one with this status. */
    void failNext(int status) {
        failures.add(status);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean json =
                    "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            String text = JSON.readTree(exchange.getRequestBody()).path("text").asText();
            Integer failure = failures.poll();
            int status = !json || text.isEmpty() ? 400 : failure == null ? 200 : failure;
            (status == 200 ? texts : failed).add(text);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /** Those taken that begin so. */
    List<String> taken(String words) {
        return texts.stream()
                .filter(text -> text.startsWith("scim-bridge: " + words))
                .toList();
    }

    List<String> failed() {
        return failed;
    }

    void awaitOne(String words) {
        try {
            await().atMost(JarBridge.PATIENCE).until(() -> !taken(words).isEmpty());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(texts.toString(), e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
