package dev.scimbridge.story;

import static org.awaitility.Awaitility.await;

import dev.scimbridge.app.Tokens;
import dev.scimbridge.sandbox.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real jar as a process of its own, in front of a pretend workspace; it can be killed, stopped and started again. */
final class JarBridge implements AutoCloseable {
    static final String TOKEN = "story-token-0123456789-0123456789-0123456789";
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Path JAR = Path.of("target", "scim-bridge.jar").toAbsolutePath();

    private final Map<String, String> settings = new TreeMap<>();
    private final Path folder;
    private final int port = freePort();
    private final int managementPort = freePort();
    private List<String> entry = List.of();
    private List<String> serving = List.of(
            java(),
            "-Xmx256m",
            // Many bridges live short: the second compiler would cost more than it gives.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            JAR.toString(),
            "serve");
    private Process process;

    private JarBridge(Workspace workspace) {
        folder = temporary();
        settings.put("PARADIME_API_ENDPOINT", workspace.endpoint().toString());
        settings.put("PARADIME_API_KEY", workspace.credentials().apiKey());
        settings.put("PARADIME_API_SECRET", workspace.credentials().apiSecret());
        settings.put("SCIM_BRIDGE_TOKEN", TOKEN);
        settings.put("SCIM_BRIDGE_DATA", folder.resolve("data").toString());
        settings.put("SCIM_BRIDGE_PORT", String.valueOf(port));
        settings.put("SCIM_BRIDGE_MANAGEMENT_PORT", String.valueOf(managementPort));
        settings.put("SCIM_BRIDGE_POLL_INTERVAL", "PT1S");
        settings.put("SCIM_BRIDGE_UPSTREAM_SETTLING", "PT1S");
        settings.put("SCIM_BRIDGE_UPSTREAM_MAX_RATE", "200");
        // Stories invite whom they need; what the brakes do has stories of its own.
        settings.put("SCIM_BRIDGE_GUARDS_MAX_INVITATIONS", "100000");
        settings.put("SCIM_BRIDGE_GUARDS_MAX_PRIVILEGED_GRANTS", "1000");
    }

    /** A bridge that polls often and settles soon, not yet started. */
    static JarBridge before(Workspace workspace) {
        return new JarBridge(workspace);
    }

    /** Polls and settles four times as often: where every test waits for a few listings. */
    JarBridge hasty() {
        return with("SCIM_BRIDGE_POLL_INTERVAL", "PT0.25S").with("SCIM_BRIDGE_UPSTREAM_SETTLING", "PT0.25S");
    }

    JarBridge with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Keeps its store on this disk. */
    JarBridge on(SmallDisk disk) {
        entry = disk.entry();
        return this;
    }

    /** Starts it with the command that the build has made. */
    JarBridge through(Path launcher) {
        serving = List.of(launcher.toString(), "serve");
        return this;
    }

    /** Lets in a second identity provider; only a file can name its token. */
    JarBridge admitting(String name, String token) {
        return admitting(name, token, "");
    }

    /** The same, with more said of it. */
    JarBridge admitting(String name, String token, String more) {
        try {
            List<String> lines = Files.exists(config()) ? Files.readAllLines(config()) : List.of("tokens:");
            List<String> all = new ArrayList<>(lines);
            all.add("  " + name + ": {sha256: " + Tokens.hash(token) + more + "}");
            Files.write(config(), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private Path config() {
        return folder.resolve("bridge.yaml");
    }

    JarBridge start() {
        launch();
        await().atMost(PATIENCE).until(this::isReady);
        return this;
    }

    /** Starts without waiting until it serves. */
    JarBridge launch() {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(serving))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        if (Files.exists(config())) {
            builder.command().addAll(List.of("--config", config().toString()));
        }
        builder.command().addAll(0, entry);
        configure(builder);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void configure(ProcessBuilder builder) {
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("SCIM_BRIDGE_") || name.startsWith("PARADIME_"));
        builder.environment().putAll(settings);
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("the bridge has stopped: " + output());
        }
        return health("ready") == 200;
    }

    /** The status of a health page, 0 if nobody answers. */
    int health(String page) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + managementPort + "/health/" + page);
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    /** SIGTERM. Gives the exit code. */
    int stop() {
        process.destroy();
        return ended();
    }

    /** Waits for its end. Gives the exit code. */
    int ended() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the bridge does not stop: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** {@code rm -rf} of the data folder, of a bridge that does not run. */
    void wipe() {
        delete(folder.resolve("data"));
    }

    /** A command of an operator, said to the running bridge through the real command line. */
    Said say(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        configure(builder);
        Process said = builder.start();
        String text = new String(said.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(said.waitFor(), text);
    }

    /** How a command ended, and what it printed. */
    record Said(int code, String text) {
        List<String> lines() {
            return text.lines().toList();
        }
    }

    Operator operator() {
        return new Operator(managementPort);
    }

    Scim scim() {
        return scim(TOKEN);
    }

    Scim scim(String token) {
        return new Scim(base(), token);
    }

    /** Where SCIM is served. */
    String base() {
        return "http://127.0.0.1:" + port + "/scim/v2";
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    Path data() {
        return folder.resolve("data");
    }

    /** What everybody on this machine may read of its process. */
    String commandLine() {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All it has printed. */
    String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
        delete(folder);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("scim-bridge-story");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below those that the system gives to clients: one of these may have it by the time the bridge has started. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another one is tried.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
