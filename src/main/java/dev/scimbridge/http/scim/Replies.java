package dev.scimbridge.http.scim;

import dev.scimbridge.scim.ScimProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Answers in SCIM's own media type (RFC 7644 3.1), whatever was asked for. */
final class Replies {
    static final String SCIM = "application/scim+json";

    private Replies() {}

    static Response.ResponseBuilder json(int status, byte[] body) {
        return Response.status(status).type(SCIM).entity(body);
    }

    static Response problem(ScimProblem problem) {
        Response.ResponseBuilder reply = json(problem.status(), problem.json());
        if (problem.status() == 401) {
            reply.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"scim\"");
        }
        Duration wait = problem.retryAfter();
        if (wait != null) {
            // Okta takes whole seconds only.
            reply.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds()));
        }
        return reply.build();
    }
}
