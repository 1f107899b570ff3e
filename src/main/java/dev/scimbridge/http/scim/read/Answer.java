package dev.scimbridge.http.scim.read;

import dev.scimbridge.scim.Parts;
import dev.scimbridge.scim.ScimProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer, however it goes out. Whoever sends it says of a body that it is SCIM's, and how long it is. */
public final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final @Nullable Parts body;

    private Answer(int status, Map<String, String> headers, @Nullable Parts body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public static Answer json(int status, byte[] body) {
        return json(status, new Parts(List.of(body)));
    }

    public static Answer json(int status, Parts body) {
        return new Answer(status, Map.of(), body);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), null);
    }

    public static Answer of(ScimProblem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (problem.status() == 401) {
            headers.put("WWW-Authenticate", "Bearer realm=\"scim\"");
        }
        Long wait = problem.retrySeconds();
        if (wait != null) {
            headers.put("Retry-After", String.valueOf(wait));
        }
        return new Answer(problem.status(), headers, new Parts(List.of(problem.json())));
    }

    /** This answer, naming the version of what it shows. */
    public Answer tagged(String version) {
        return new Answer(status, Map.of("ETag", version), body);
    }

    /** This answer, naming where what it shows is. */
    public Answer located(String location) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put("Location", location);
        return new Answer(status, more, body);
    }

    public int status() {
        return status;
    }

    /** Those that this answer has and others have not. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Null where there is none. */
    public @Nullable Parts parts() {
        return body;
    }

    /** Not to be changed; null where there is none. */
    public byte @Nullable [] body() {
        return body == null ? null : body.joined();
    }
}
