package dev.scimbridge.http.scim;

import dev.scimbridge.http.scim.read.Answer;
import dev.scimbridge.scim.ScimProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;

/** Answers in SCIM's own media type (RFC 7644 3.1), whatever was asked for. */
final class Replies {
    static final String SCIM = "application/scim+json";

    private Replies() {}

    /** An answer by way of JAX-RS. */
    static Response.ResponseBuilder of(Answer answer) {
        Response.ResponseBuilder reply = Response.status(answer.status());
        answer.headers().forEach(reply::header);
        byte[] body = answer.body();
        // Said here, or what does not fit a buffer of its own would go out in chunks.
        return body == null
                ? reply
                : reply.type(SCIM)
                        .header(HttpHeaders.CONTENT_LENGTH, body.length)
                        .entity(body);
    }

    static Response problem(ScimProblem problem) {
        return of(Answer.of(problem)).build();
    }

    /** A problem as it goes over the wire where no resource was reached; nothing comes after it. */
    static byte[] last(ScimProblem problem, boolean withBody) {
        byte[] body = problem.json();
        Map<String, String> headers = new LinkedHashMap<>(Answer.of(problem).headers());
        headers.put(HttpHeaders.DATE, FastHttpDateFormat.getCurrentDate());
        headers.put(HttpHeaders.CONTENT_TYPE, SCIM);
        headers.put(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length));
        headers.put("Connection", "close");
        Response.Status status = Response.Status.fromStatusCode(problem.status());
        StringBuilder head = new StringBuilder("HTTP/1.1 " + problem.status() + " " + status + "\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        answer.writeBytes(withBody ? body : new byte[0]);
        return answer.toByteArray();
    }
}
