package dev.scimbridge.http.manage;

import dev.scimbridge.operations.Commands;
import dev.scimbridge.operations.Outcome;
import dev.scimbridge.operations.Parameters;
import dev.scimbridge.operations.Refusal;
import dev.scimbridge.operations.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /operations/…}: the commands of an operator, for those who are on this machine. Whoever can reach the loopback
 * interface is an operator; no token of an identity provider is asked for or helps. A page in a browser is kept out by
 * the host it must name and by a header that it cannot send, a proxy by the header that it adds.
 */
final class OperatorPages extends HttpHandler {
    static final String PATH = "/operations";

    /** Sent by the command line; a form in a web page cannot. */
    static final String OPERATOR = "Scim-Bridge-Operator";

    private static final Logger LOG = LoggerFactory.getLogger(OperatorPages.class);
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final int UNSOUND = 409;

    private final Commands commands;

    OperatorPages(Commands commands) {
        this.commands = commands;
    }

    @Override
    public void service(Request request, Response response) throws IOException {
        Commands.Entry entry = commands.at(request.getRequestURI().substring(PATH.length() + 1));
        String stranger = stranger(request);
        if (stranger != null) {
            text(response, 403, stranger);
        } else if (entry == null) {
            text(response, 404, "there is no such command");
        } else if (entry.usage().changes() && !request.getMethod().equals(Method.POST)) {
            response.setHeader("Allow", "POST");
            text(response, 405, entry.usage().name() + " changes something: POST it");
        } else {
            run(entry, request, response);
        }
    }

    private static @Nullable String stranger(Request request) {
        String peer = request.getRemoteAddr();
        boolean here = peer.equals(request.getLocalAddr()) || isLoopback(peer);
        if (!here) {
            return "operators' commands are for this machine alone";
        }
        String host = request.getServerName();
        if (!HERE.contains(host) && !host.equals(request.getLocalAddr())) {
            return "this is not reached by the name " + host;
        }
        if (request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null) {
            return "operators' commands do not go through a proxy";
        }
        return request.getHeader(OPERATOR) == null ? "the header " + OPERATOR + " is missing" : null;
    }

    private static boolean isLoopback(String peer) {
        return peer.startsWith("127.") || peer.equals("::1") || peer.equals("0:0:0:0:0:0:0:1");
    }

    private static void run(Commands.Entry entry, Request request, Response response) throws IOException {
        Outcome outcome;
        try {
            outcome = entry.command().run(parameters(request));
        } catch (Refusal refusal) {
            text(response, 400, String.valueOf(refusal.getMessage()));
            return;
        } catch (RuntimeException e) {
            LOG.error("{} failed", entry.usage().name(), e);
            text(response, 500, "this should not happen: see the log");
            return;
        }
        if (outcome instanceof Report report) {
            Shown form = form(request);
            send(response, report.isSound() ? 200 : UNSOUND, form.contentType(), form.of(report));
        } else {
            stream(response, (Outcome.Lines) outcome);
        }
    }

    private static Parameters parameters(Request request) {
        Map<String, String> texts = new HashMap<>();
        for (String name : request.getParameterNames()) {
            texts.put(name, request.getParameter(name));
        }
        return new Parameters(texts);
    }

    private static Shown form(Request request) {
        String accept = request.getHeader("Accept");
        if (accept == null) {
            return Shown.TEXT;
        }
        return accept.contains("json") ? Shown.JSON : accept.contains("csv") ? Shown.CSV : Shown.TEXT;
    }

    private static void stream(Response response, Outcome.Lines lines) throws IOException {
        response.setStatus(200);
        response.setContentType(lines.contentType());
        var out = response.getOutputStream();
        lines.writing().accept(line -> {
            try {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void text(Response response, int status, String line) throws IOException {
        send(response, status, Shown.TEXT.contentType(), line + "\n");
    }

    private static void send(Response response, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
