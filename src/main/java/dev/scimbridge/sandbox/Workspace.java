package dev.scimbridge.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A pretend workspace: a real server on the loopback interface that speaks real GraphQL.
 *
 * <p>The control door is on the same port, and on a side door that stays open while the workspace is down.
 */
public final class Workspace implements AutoCloseable {
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";
    private static final int CALLS_AT_ONCE = 512;
    private static final int BACKLOG = 512;

    static {
        // The JDK's server sends head and body apart; without this each answer may wait for an acknowledgement.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    private final Options options;
    private final Scene.Stage stage;
    private final ExecutorService threads = threads();
    private final HttpServer side;
    private final int port;
    private HttpServer front;
    private boolean up = true;

    private Workspace(Options options) throws IOException {
        this.options = options;
        this.stage = new Scene.Stage(
                new People(options),
                new CallLog(),
                new Failures(),
                new Holds(),
                options.clock(),
                options.credentials());
        this.front = frontDoor(options.port());
        this.port = front.getAddress().getPort();
        this.side = listen(0);
        side.createContext(
                ControlDoor.PATH,
                control().with("POST /down", none -> switched(false)).with("POST /up", none -> switched(true)));
        side.start();
    }

    /** Opens a workspace. Throws {@link UncheckedIOException} if the port is taken. */
    public static Workspace start(Options options) {
        try {
            return new Workspace(options);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + options.port(), e);
        }
    }

    /** Where it listens; the same for as long as it lives. */
    public int port() {
        return port;
    }

    /** What a client is given together with its credentials. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port + "/graphql");
    }

    public Credentials credentials() {
        return options.credentials();
    }

    /** Stops listening: connections are refused, those open are closed, and calls held are dropped. */
    public synchronized void down() {
        if (up) {
            up = false;
            stage.holds().close();
            front.stop(0);
        }
    }

    /** Listens again on the same port. */
    public synchronized void up() {
        if (!up) {
            try {
                stage.holds().open();
                front = frontDoor(port);
                up = true;
            } catch (IOException e) {
                throw new UncheckedIOException("port " + port, e);
            }
        }
    }

    @Override
    public void close() {
        down();
        side.stop(0);
        threads.shutdownNow();
    }

    private HttpServer frontDoor(int wanted) throws IOException {
        HttpServer server = listen(wanted);
        server.createContext("/graphql", new GraphqlDoor(stage));
        server.createContext(ControlDoor.PATH, control());
        server.start();
        return server;
    }

    private ControlDoor control() {
        return new ControlDoor(stage)
                .with("GET /side-door", none -> Map.of("port", side.getAddress().getPort()));
    }

    private HttpServer listen(int wanted) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
        server.setExecutor(threads);
        return server;
    }

    private Object switched(boolean on) {
        if (on) {
            up();
        } else {
            down();
        }
        return Map.of("ok", true);
    }

    /** Calls may hang for as long as a test likes, so each has a thread of its own. */
    private static ExecutorService threads() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(0, CALLS_AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "sandbox-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
