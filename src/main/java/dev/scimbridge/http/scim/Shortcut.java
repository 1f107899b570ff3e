package dev.scimbridge.http.scim;

import dev.scimbridge.http.scim.Targets.Target;
import dev.scimbridge.http.scim.read.Answer;
import dev.scimbridge.http.scim.read.Asked;
import dev.scimbridge.http.scim.read.EntityTags;
import dev.scimbridge.http.scim.read.Parameters;
import dev.scimbridge.http.scim.write.Body;
import dev.scimbridge.http.scim.write.Sent;
import dev.scimbridge.http.scim.write.Verb;
import dev.scimbridge.provisioning.Intake;
import dev.scimbridge.scim.Parts;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.CompletionStage;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers ordinary requests about people and groups at once, which JAX-RS would take several times as long for: a GET of a
 * list or of one resource by its id without a body, and a write of one with a body that says it is JSON or nothing, their
 * target written in the one usual way. All else goes on. The answers are those of
 * {@link dev.scimbridge.http.scim.read.Reading} and {@link dev.scimbridge.http.scim.write.Writing}, either way.
 */
final class Shortcut extends HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Shortcut.class);
    private static final RequestExecutorProvider WORKERS = new RequestExecutorProvider.WorkerThreadProvider();

    private final HttpHandler rest;
    private final Targets targets;
    private final Bearer bearer;
    private final Sites sites;

    /**
     * In front of a handler on the same base path.
     *
     * @param rest takes what is not answered here
     */
    Shortcut(HttpHandler rest, Targets targets, Bearer bearer, Sites sites) {
        this.rest = rest;
        this.targets = targets;
        this.bearer = bearer;
        this.sites = sites;
    }

    @Override
    public void start() {
        rest.start();
    }

    @Override
    public void destroy() {
        rest.destroy();
    }

    /** What is short is answered sooner than a worker is woken; what may take longer would keep other connections waiting. */
    @Override
    public RequestExecutorProvider getRequestExecutorProvider() {
        return request -> {
            Target target = isRead(request) ? targets.find(request) : null;
            return target != null && target.isShort(request.getQueryString()) ? null : WORKERS.getExecutor(request);
        };
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        boolean isRead = isRead(request);
        Verb verb = isRead ? null : verb(request);
        Target target = isRead || verb != null ? targets.find(request) : null;
        if (target == null) {
            rest.service(request, response);
        } else if (verb == null) {
            send(read(target, request), response);
        } else if (target.takes(verb)) {
            write(target, verb, request, response);
        } else {
            rest.service(request, response);
        }
    }

    private static boolean isRead(Request request) {
        return request.getMethod() == Method.GET && !hasBody(request);
    }

    private static boolean hasBody(Request request) {
        return request.getRequest().isChunked() || request.getContentLengthLong() > 0;
    }

    /** Null for what is no write, or comes with a body of another kind than it should. */
    private static @Nullable Verb verb(Request request) {
        Verb verb = Verb.find(request.getMethod().getMethodString());
        if (verb == null) {
            return null;
        }
        String type = Headers.find(request, "Content-Type");
        boolean isUsual = verb.hasBody() ? type == null || ScimType.isJson(type) : !hasBody(request);
        return isUsual ? verb : null;
    }

    private Answer read(Target target, Request request) {
        try {
            String connection = bearer.reader(Headers.find(request, "Authorization"), source(request));
            return target.read(new Asked(
                    Parameters.of(request.getQueryString()),
                    connection,
                    sites.of(request),
                    Headers.find(request, "If-None-Match")));
        } catch (RuntimeException | StackOverflowError failure) {
            return Answer.of(Problems.problem(failure));
        }
    }

    private static InetAddress source(Request request) {
        return (InetAddress) request.getAttribute(Bearer.SOURCE);
    }

    /** The thread is free while the write waits. */
    private void write(Target target, Verb verb, Request request, Response response) throws IOException {
        CompletionStage<Answer> answer;
        try {
            answer = target.place().writing().answer(sent(target, verb, request));
        } catch (RuntimeException | StackOverflowError failure) {
            send(Answer.of(Problems.problem(failure)), response);
            return;
        }
        response.suspend();
        var unused = answer.exceptionally(failure -> Answer.of(Problems.problem(failure)))
                .thenAccept(made -> resume(made, response));
    }

    private Sent sent(Target target, Verb verb, Request request) {
        String connection = bearer.writer(Headers.find(request, "Authorization"), source(request));
        Intake.Request asked = new Intake.Request(
                connection,
                Exchange.client(Headers.find(request, "User-Agent")),
                EntityTags.condition(Headers.find(request, "If-Match")),
                true);
        return new Sent(
                verb,
                target.id(),
                () -> Body.json(request.getInputStream()),
                asked,
                Parameters.of(request.getQueryString()),
                sites.of(request));
    }

    private static void resume(Answer answer, Response response) {
        try {
            send(answer, response);
        } catch (IOException gone) {
            LOG.debug("nobody is there any more to hear what became of a write", gone);
        } finally {
            response.resume();
        }
    }

    private static void send(Answer answer, Response response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        Parts body = answer.parts();
        if (body != null) {
            int length = body.length();
            response.setContentType(Replies.SCIM);
            response.setContentLength(length);
            // What fits a buffer goes out at once, and the buffer is used again.
            response.setBufferSize(Math.min(length, ScimDoor.BUFFER));
            body.writeTo(response.getOutputStream());
        }
    }
}
