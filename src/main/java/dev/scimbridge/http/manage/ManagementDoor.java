package dev.scimbridge.http.manage;

import dev.scimbridge.http.Dated;
import dev.scimbridge.http.Front;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.operations.Commands;
import dev.scimbridge.provisioning.Operations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/**
 * The management door: {@code /health/live}, {@code /health/ready}, a status page in plain text, and the operators'
 * commands. It has no tokens: it belongs on loopback or a network of its own, and the commands are answered on this
 * machine only.
 */
public final class ManagementDoor implements AutoCloseable {
    private static final int GRACE_SECONDS = 2;

    private final HttpServer server;

    private ManagementDoor(HttpServer server) {
        this.server = server;
    }

    /**
     * Opens the door.
     *
     * @throws IOException if the address cannot be bound
     */
    public static ManagementDoor open(Front front, Operations operations, Commands commands) throws IOException {
        HttpServer server = new HttpServer();
        NetworkListener listener = new NetworkListener(
                "management", front.address().getHostString(), front.address().getPort());
        listener.setSecure(front.tls() != null);
        listener.setSSLEngineConfig(front.engine());
        Dated.at(listener);
        server.addListener(listener);
        server.getServerConfiguration()
                .setDefaultErrorPageGenerator((request, status, reason, description, failure) -> status + "\n");
        server.getServerConfiguration().addHttpHandler(new Pages(operations), "/");
        server.getServerConfiguration().addHttpHandler(new OperatorPages(commands), OperatorPages.PATH + "/*");
        server.start();
        return new ManagementDoor(server);
    }

    public int port() {
        return server.getListeners().iterator().next().getPort();
    }

    private static final class Pages extends HttpHandler {
        private final Operations operations;

        Pages(Operations operations) {
            this.operations = operations;
        }

        @Override
        public void service(Request request, Response response) throws IOException {
            Operations.Status status = operations.status();
            switch (request.getRequestURI()) {
                case "/health/live" -> text(response, 200, "live\n");
                case "/health/ready" -> text(response, status.ready() ? 200 : 503, ready(status));
                case "/" -> text(response, 200, page(status));
                default -> text(response, 404, "not found\n");
            }
        }

        private static void text(Response response, int status, String text) throws IOException {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            response.setStatus(status);
            response.setContentType("text/plain; charset=utf-8");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }

        private String ready(Operations.Status status) {
            return status.ready() ? "ready\n" : "not ready: " + operations.whyNotReady() + "\n";
        }

        private String page(Operations.Status status) {
            StringBuilder page = new StringBuilder("scim-bridge\n\n");
            page.append("workspace  ")
                    .append(status.problem() == null ? "ok" : status.problem())
                    .append('\n');
            page.append("listed     ").append(status.listed() == null ? "not since the start" : status.listed());
            page.append(status.implausible() ? ", but the last listing is implausible\n" : "\n");
            if (status.stopped() != null) {
                page.append("stopped    ").append(status.stopped()).append('\n');
            }
            page.append("\npeople\n");
            Map<State, Integer> people = operations.census();
            for (State state : State.values()) {
                int count = people.getOrDefault(state, 0);
                page.append(String.format("  %-20s %d%n", state.word(), count));
            }
            return page.toString();
        }
    }

    @Override
    public void close() {
        Front.close(server, GRACE_SECONDS);
    }
}
