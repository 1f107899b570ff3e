package dev.scimbridge.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/** A front of a workspace that passes calls on, or repeats in its answer every header it was sent. */
final class Parrot implements AutoCloseable {
    private static final List<String> PASSED =
            List.of("X-api-key", "X-api-secret", "Authorization", "X-paradime-workspace", "Content-type");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final URI behind;
    private volatile Mood mood = Mood.HONEST;

    /** What it answers. */
    enum Mood {
        HONEST,
        /** A body of whatever it was sent. */
        BROKEN,
        UNAUTHORISED,
        /** 200, and no JSON. */
        GARBAGE,
        /** Commands are refused in its own words; listings are passed on. */
        REFUSING
    }

    private Parrot(HttpServer server, URI behind) {
        this.server = server;
        this.behind = behind;
    }

    static Parrot before(URI workspace) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Parrot parrot = new Parrot(server, workspace);
            server.createContext("/", parrot::answer);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return parrot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/graphql";
    }

    void is(Mood other) {
        mood = other;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean listing = new String(body, StandardCharsets.UTF_8).contains("listUsers");
            String echo = exchange.getRequestHeaders().values().stream()
                    .flatMap(List::stream)
                    .reduce("you said", (all, each) -> all + " " + each)
                    .replaceAll("[^ -~]|[\"\\\\]", "?");
            String errors = "{\"errors\":[{\"message\":\"" + echo + "\",\"extensions\":{\"code\":\"" + echo + "\"}}]}";
            switch (listing && mood == Mood.REFUSING ? Mood.HONEST : mood) {
                case HONEST -> pass(exchange, body);
                case BROKEN -> send(exchange, 500, echo);
                case UNAUTHORISED -> send(exchange, 401, errors);
                case GARBAGE -> send(exchange, 200, echo);
                case REFUSING -> send(exchange, 200, errors);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(behind).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : PASSED) {
            List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
            values.forEach(value -> request.header(name, value));
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        send(exchange, response.statusCode(), response.body());
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
