package dev.scimbridge.app;

import dev.scimbridge.app.Settings.Door;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Something to try without a workspace of one's own. */
@Command(
        name = "sandbox",
        description = "Serve SCIM in front of a pretend workspace with people in it. Nothing is kept.")
final class SandboxCommand implements Callable<Integer> {
    private static final int MOST_PEOPLE = 100_000;
    private static final int TOKEN_BYTES = 24;

    private final PrintWriter out;
    private final PrintWriter err;

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--host",
            description = "Where SCIM and management listen, without TLS (default: ${DEFAULT-VALUE}). In a container"
                    + " 0.0.0.0, with the ports published on 127.0.0.1.")
    private String host = "127.0.0.1";

    @Option(names = "--port", description = "SCIM (default: ${DEFAULT-VALUE}; 0 is any free one).")
    private int port = 8080;

    @Option(names = "--management-port", description = "Health and status pages (default: ${DEFAULT-VALUE}).")
    private int managementPort = 9090;

    @Option(names = "--workspace-port", description = "The pretend workspace (default: ${DEFAULT-VALUE}).")
    private int workspacePort = 8081;

    @Option(names = "--people", description = "How many are in it (default: ${DEFAULT-VALUE}).")
    private int people = 25;

    @Option(names = "--token", description = "The bearer token, at least 32 characters (default: a new one).")
    private @Nullable String token;

    @Option(
            names = "--accept-after",
            paramLabel = "TIME",
            description = "So long after an invite people sign up, ISO-8601 (default: ${DEFAULT-VALUE}).")
    private Duration acceptAfter = Duration.ofSeconds(20);

    SandboxCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        output.startLog();
        List<String> mistakes = mistakes();
        if (!mistakes.isEmpty()) {
            mistakes.forEach(err::println);
            err.flush();
            return ExitCode.USAGE;
        }
        run();
        return ExitCode.OK;
    }

    private void run() {
        String bearer = token == null ? Secret.random(TOKEN_BYTES).reveal() : token;
        Door scim = new Door(Hosts.bare(host), port);
        Door management = new Door(Hosts.bare(host), managementPort);
        Sandbox sandbox = Sandbox.start(new Sandbox.Choices(
                scim, management, workspacePort, bearer, new Sandbox.Choices.People(people, acceptAfter)));
        Lifespan.closeAtEnd(sandbox, Lifespan.PATIENCE);
        Bridge bridge = sandbox.bridge();
        Banner.Places places = new Banner.Places(
                "http", new Door(scim.host(), bridge.scimPort()), new Door(management.host(), bridge.managementPort()));
        // Its commands may be run the moment they are read, and find everybody.
        bridge.ready().toCompletableFuture().join();
        output.show(Banner.sandbox(Version.text(), bearer, people, places), out);
        Lifespan.park();
    }

    private List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        checkPort("--port", port, mistakes);
        checkPort("--management-port", managementPort, mistakes);
        checkPort("--workspace-port", workspacePort, mistakes);
        int[] ports = IntStream.of(port, managementPort, workspacePort)
                .filter(number -> number != 0)
                .toArray();
        if (IntStream.of(ports).distinct().count() < ports.length) {
            mistakes.add("--port, --management-port, --workspace-port: need three ports");
        }
        if (!Hosts.isHost(Hosts.bare(host))) {
            mistakes.add("--host: " + Given.shown(host) + " is not a host");
        }
        if (people < 0 || people > MOST_PEOPLE) {
            mistakes.add("--people: " + people + " is not a number from 0 to " + MOST_PEOPLE);
        }
        if (acceptAfter.isNegative() || acceptAfter.compareTo(Duration.ofDays(365)) > 0) {
            mistakes.add("--accept-after: " + acceptAfter + " is not a time from PT0S to P365D");
        }
        String wrongToken = token == null ? null : Kinds.mistakeInToken(token);
        if (wrongToken != null) {
            mistakes.add("--token: " + wrongToken);
        }
        return mistakes;
    }

    private static void checkPort(String option, int number, List<String> mistakes) {
        if (number < 0 || number > 65535) {
            mistakes.add(option + ": " + number + " is not a port from 0 to 65535");
        }
    }
}
