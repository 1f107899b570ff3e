package dev.scimbridge.http.scim;

import com.fasterxml.jackson.core.JacksonException;
import com.unboundid.scim2.common.exceptions.ScimException;
import dev.scimbridge.provisioning.Unwritten;
import dev.scimbridge.scim.ScimProblem;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every failure as a SCIM error (RFC 7644 3.12), and nothing of the inside in it. */
public final class Problems implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration STORE_AGAIN = Duration.ofSeconds(30);

    @Override
    public Response toResponse(Throwable failure) {
        Response reply = Replies.problem(problem(failure));
        return failure instanceof NotAllowedException wrongMethod ? allowing(reply, wrongMethod) : reply;
    }

    /** Which methods there are, a 405 has to say (RFC 9110 15.5.6). */
    private static Response allowing(Response reply, NotAllowedException wrongMethod) {
        String allowed = wrongMethod.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return Response.fromResponse(reply).header(HttpHeaders.ALLOW, allowed).build();
    }

    static ScimProblem problem(Throwable failure) {
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return problem(failure.getCause());
        }
        if (failure instanceof ScimProblem problem) {
            return problem;
        }
        if (failure instanceof ScimException sdk) {
            var error = sdk.getScimError();
            String detail = error.getDetail() == null ? "the request cannot be served" : error.getDetail();
            return ScimProblem.of(error.getStatus(), error.getScimType(), detail);
        }
        if (failure instanceof WebApplicationException web) {
            return ofStatus(web.getResponse().getStatus());
        }
        if (failure instanceof JacksonException) {
            return ScimProblem.invalidSyntax("the body is not the JSON that is expected here");
        }
        if (failure instanceof Unwritten) {
            return ScimProblem.unavailable("the bridge cannot write to its store now; nothing was changed")
                    .after(STORE_AGAIN);
        }
        String number = UUID.randomUUID().toString();
        LOG.error("request failed, told as {}", number, failure);
        return ScimProblem.internal("the bridge has failed; its log tells why under " + number);
    }

    private static ScimProblem ofStatus(int status) {
        return switch (status) {
            case 404 -> ScimProblem.notFound("there is no such endpoint");
            case 405 -> ScimProblem.methodNotAllowed("the endpoint does not know this method");
            case 406 -> ScimProblem.notAcceptable("answers are given as application/scim+json");
            case 415 -> ScimProblem.unsupportedMediaType("send application/scim+json or application/json");
            default -> ScimProblem.of(status, null, "the request cannot be served");
        };
    }
}
