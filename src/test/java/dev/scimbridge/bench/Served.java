package dev.scimbridge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** The packaged bridge in front of a workspace, with its guards wide open. */
final class Served implements AutoCloseable {
    static final String TOKEN = "bench-token-0123456789-0123456789-0123456789";

    private static final String LAUNCHER =
            Path.of("target", "scim-bridge").toAbsolutePath().toString();
    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final Duration SELDOM = Duration.ofMillis(500);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Where what it says goes. */
    final Path log;

    private final Map<String, String> settings = new TreeMap<>();
    private final String java;
    private final int port = freePort();
    private final int managementPort = freePort();
    private Program program;

    /**
     * Not yet started.
     *
     * @param java options of its process
     */
    Served(String java, int workspacePort, Path data) {
        this.java = java;
        log = data.resolveSibling(data.getFileName() + ".log");
        settings.put("PARADIME_API_ENDPOINT", "http://127.0.0.1:" + workspacePort + "/graphql");
        settings.put("PARADIME_API_KEY", "sandbox-key");
        settings.put("PARADIME_API_SECRET", "sandbox-secret");
        settings.put("SCIM_BRIDGE_TOKEN", TOKEN);
        settings.put("SCIM_BRIDGE_DATA", data.toString());
        settings.put("SCIM_BRIDGE_PORT", String.valueOf(port));
        settings.put("SCIM_BRIDGE_MANAGEMENT_PORT", String.valueOf(managementPort));
        // What is measured is an answer, not the listings in between: the pretend workspace is on the same processors.
        settings.put("SCIM_BRIDGE_POLL_INTERVAL", "PT1H");
        settings.put("SCIM_BRIDGE_UPSTREAM_SETTLING", "PT10M");
        settings.put("SCIM_BRIDGE_UPSTREAM_MAX_RATE", "1000");
        settings.put("SCIM_BRIDGE_GUARDS_MAX_INVITATIONS", "1000000");
        settings.put("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "1000000");
        settings.put("SCIM_BRIDGE_GUARDS_MAX_PRIVILEGED_GRANTS", "1000000");
    }

    Served launch() {
        return launch("");
    }

    /** Starts it with more options for Java, and waits for nothing. */
    Served launch(String more) {
        ProcessBuilder builder = new ProcessBuilder(LAUNCHER, "serve");
        builder.environment().putAll(settings);
        builder.environment().put("JAVA_OPTS", java + " " + more);
        program = new Program(builder, log);
        return this;
    }

    /** Waits until it knows the workspace; asks seldom, for what it does meanwhile is measured. */
    Served ready() {
        await(management("/health/ready"), SELDOM);
        return this;
    }

    /** Waits until SCIM is served; asks often, and gives the nanoseconds since the start of the waiting. */
    long untilServed(String path) {
        long begin = System.nanoTime();
        await(base() + path, OFTEN);
        return System.nanoTime() - begin;
    }

    private void await(String uri, Duration interval) {
        Awaitility.await()
                .forever()
                .pollDelay(Duration.ZERO)
                .pollInterval(interval)
                .failFast("the bridge has ended; see " + log, () -> !program.runs())
                .until(() -> answers(uri));
    }

    private static boolean answers(String uri) {
        try {
            return isOpen(URI.create(uri)) && ask(uri).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Whether anybody listens: to knock takes hardly any of the time in which the door is put up. */
    private static boolean isOpen(URI uri) {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<byte[]> read(String path) {
        return ask(base() + path);
    }

    private static HttpResponse<byte[]> ask(String uri) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                    .header("Authorization", "Bearer " + TOKEN)
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Program program() {
        return program;
    }

    /** Of the SCIM door, without the path. */
    String base() {
        return "http://127.0.0.1:" + port;
    }

    String management(String path) {
        return "http://127.0.0.1:" + managementPort + path;
    }

    @Override
    public void close() {
        program.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
