package dev.scimbridge.upstream.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.scimbridge.lifecycle.Answer;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * From an HTTP answer to what came of the call. Where one cannot be sure that nothing happened, it says unknown: a
 * look costs little, a wrong "it did not happen" costs a second invite or an account that stays open.
 */
final class Reading<T> {
    private final Operation operation;
    private final Payload<T> payload;
    private final long bytes;
    private final Credentials credentials;
    private final Clock clock;

    Reading(Operation operation, Payload<T> payload, long bytes, Credentials credentials, Clock clock) {
        this.operation = operation;
        this.payload = payload;
        this.bytes = bytes;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** @throws IOException when the answer does not come to its end */
    Answer<T> of(Response response) throws IOException {
        int status = response.code();
        if (status == 401 || status == 403) {
            return new Answer.Unauthorised<>(withErrors(response));
        }
        if (status == 429) {
            return rateLimited(response);
        }
        if (status == 408 || status >= 500) {
            return new Answer.Unknown<>(withErrors(response));
        }
        if (status >= 300 && status < 400) {
            return new Answer.Unknown<>("HTTP " + status + ", a redirect; is the endpoint right?");
        }
        Reply reply;
        try {
            reply = reply(response);
        } catch (JsonProcessingException | CharConversionException | Garbled e) {
            return new Answer.Unknown<>("HTTP " + status + ", " + notAnAnswer(response, e));
        }
        if (status >= 400 && reply.errors().isEmpty()) {
            return new Answer.Unknown<>("HTTP " + status + ", not a GraphQL answer; is the endpoint right?");
        }
        return of(reply, response);
    }

    private Answer<T> of(Reply reply, Response response) {
        if (!reply.errors().isEmpty()) {
            return reply.ok() == Reply.Ok.YES
                    ? new Answer.Unknown<>(operation + " answered ok and an error: "
                            + words(reply.errors().get(0)))
                    : of(telling(reply), response);
        }
        return switch (reply.ok()) {
            case YES -> payload.answer();
            case NO -> new Answer.Refused<>("the workspace answered " + operation + " with ok: false");
            case MISSING -> new Answer.Unknown<>("the answer lacks data." + operation + ".ok");
        };
    }

    private Answer<T> of(GraphqlError error, Response response) {
        return switch (Meaning.of(error)) {
            case UNAUTHORISED -> new Answer.Unauthorised<>(words(error));
            case RATE_LIMITED -> rateLimited(response);
            case UNKNOWN -> new Answer.Unknown<>(words(error));
            case REFUSED -> new Answer.Refused<>(words(error));
        };
    }

    /** The first that is more than a refusal, else the first. */
    private static GraphqlError telling(Reply reply) {
        return reply.errors().stream()
                .filter(error -> Meaning.of(error) != Meaning.REFUSED)
                .findFirst()
                .orElse(reply.errors().get(0));
    }

    private Answer<T> rateLimited(Response response) {
        return new Answer.RateLimited<>(RetryAfter.read(response.headers(), clock.instant()));
    }

    private Reply reply(Response response) throws IOException {
        try (InputStream in = new Bounded(response.body().byteStream(), bytes);
                JsonParser parser = Json.FACTORY.createParser(in)) {
            return Reply.read(parser, operation, payload);
        }
    }

    /** The status decides already; the body may say more to an operator, or be anything. */
    private String withErrors(Response response) {
        String status = "HTTP " + response.code();
        try {
            Reply reply = reply(response);
            return reply.errors().isEmpty()
                    ? status
                    : status + ": " + words(reply.errors().get(0));
        } catch (IOException anything) {
            return status;
        }
    }

    private String words(GraphqlError error) {
        String message = Words.plain(error.message(), credentials);
        if (!message.isEmpty()) {
            return message;
        }
        return error.code().isEmpty() ? "an error without a message" : Words.plain(error.code(), credentials);
    }

    private String notAnAnswer(Response response, IOException e) {
        if (e instanceof Garbled) {
            return Words.plain(e.getMessage(), credentials);
        }
        if (e instanceof JsonEOFException) {
            return "the answer ended early";
        }
        @Nullable String type = response.header("Content-Type");
        return "the answer is not JSON" + (type == null ? "" : " (" + Words.plain(type, credentials) + ")");
    }
}
