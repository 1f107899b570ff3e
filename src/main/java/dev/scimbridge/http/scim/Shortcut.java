package dev.scimbridge.http.scim;

import dev.scimbridge.directory.Ids;
import dev.scimbridge.http.scim.read.Answer;
import dev.scimbridge.http.scim.read.Asked;
import dev.scimbridge.http.scim.read.Kind;
import dev.scimbridge.http.scim.read.Parameters;
import dev.scimbridge.http.scim.read.Reading;
import dev.scimbridge.http.scim.read.Reads;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * Answers ordinary reads of people and groups at once, which JAX-RS would take several times as long for: a GET of a list
 * or of one resource by its id, its target written in the one usual way, without a body. All else goes on. What is
 * answered is made by {@link Reads}, either way.
 */
final class Shortcut extends HttpHandler {
    private static final RequestExecutorProvider WORKERS = new RequestExecutorProvider.WorkerThreadProvider();

    /** What identity providers look people up by, as it stands in a target, and nothing else. */
    private static final Pattern BY_KEY = Pattern.compile(
            "filter=(?:userName|externalId)(?:[+]|%20)eq(?:[+]|%20)%22(?:[^&%]|%(?!22|5[Cc]))*+%22(?:&aadOptscim062020)?");

    private final HttpHandler rest;
    private final Bearer bearer;
    private final Sites sites;
    private final Map<String, Reading<?>> readings;

    /**
     * In front of a handler on the same base path.
     *
     * @param rest takes what is not answered here
     */
    Shortcut(HttpHandler rest, Reads reads, Bearer bearer, boolean isBehindProxy) {
        this.rest = rest;
        this.bearer = bearer;
        this.sites = new Sites(isBehindProxy);
        this.readings = Map.of("Users", reads.users(), "Groups", reads.groups());
    }

    @Override
    public void start() {
        rest.start();
    }

    @Override
    public void destroy() {
        rest.destroy();
    }

    /** A person is found sooner than a worker is woken; what may take longer would keep other connections waiting. */
    @Override
    public RequestExecutorProvider getRequestExecutorProvider() {
        return request -> {
            Target target = target(request);
            return target != null && target.isShort(request.getQueryString()) ? null : WORKERS.getExecutor(request);
        };
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        Target target = target(request);
        if (target == null) {
            rest.service(request, response);
        } else {
            send(answer(target, request), response);
        }
    }

    /** What is to be read; no id for the list. */
    private record Target(Reading<?> reading, @Nullable String id) {
        /** People take few bytes, and no search by a key there is an index of; a group may have thousands of members. */
        boolean isShort(@Nullable String query) {
            boolean isOne =
                    id != null || (query != null && BY_KEY.matcher(query).matches());
            return isOne && reading.kind().equals(Kind.USERS);
        }

        Answer answer(Asked asked) {
            return id == null ? reading.list(asked) : reading.one(id, asked);
        }
    }

    private static boolean hasBody(Request request) {
        return request.getRequest().isChunked() || request.getContentLengthLong() > 0;
    }

    /** Null for a request that is not ordinary, be it only for how its target is written. */
    private @Nullable Target target(Request request) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        boolean isPlain = path.startsWith(ScimDoor.BASE) && (query == null || query.indexOf('#') < 0);
        if (request.getMethod() != Method.GET || hasBody(request) || !isPlain) {
            return null;
        }
        int begin = ScimDoor.BASE.length();
        int slash = path.indexOf('/', begin);
        Reading<?> reading = readings.get(path.substring(begin, slash < 0 ? path.length() : slash));
        String id = slash < 0 || slash == path.length() - 1 ? null : path.substring(slash + 1);
        return reading == null || (id != null && Ids.find(id) == null) ? null : new Target(reading, id);
    }

    private Answer answer(Target target, Request request) {
        try {
            InetAddress source = (InetAddress) request.getAttribute(Bearer.SOURCE);
            String connection = bearer.reader(Headers.find(request, "Authorization"), source);
            return target.answer(new Asked(
                    Parameters.of(request.getQueryString()),
                    connection,
                    sites.of(request),
                    Headers.find(request, "If-None-Match")));
        } catch (RuntimeException | StackOverflowError failure) {
            return Answer.of(Problems.problem(failure));
        }
    }

    private static void send(Answer answer, Response response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        byte[] body = answer.body();
        if (body != null) {
            response.setContentType(Replies.SCIM);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
