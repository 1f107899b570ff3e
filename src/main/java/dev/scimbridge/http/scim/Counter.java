package dev.scimbridge.http.scim;

import dev.scimbridge.http.scim.read.Answer;
import dev.scimbridge.http.scim.read.Reading;
import dev.scimbridge.http.scim.write.Verb;
import dev.scimbridge.http.scim.write.Writing;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Serves one kind of resource by way of JAX-RS: what {@link Reading} and {@link Writing} answer. */
final class Counter<T> {
    private final Reading<T> reading;
    private final Writing<T> writing;

    Counter(Reading<T> reading, Writing<T> writing) {
        this.reading = reading;
        this.writing = writing;
    }

    /** A request, once the bridge knows the workspace. */
    Exchange exchange(ContainerRequestContext context) {
        var unused = reading.snapshot();
        return new Exchange(context);
    }

    Response list(Exchange exchange) {
        return Replies.of(reading.list(exchange.asked())).build();
    }

    /** The same, asked in a body. */
    Response list(Exchange exchange, InputStream body) {
        return Replies.of(reading.list(exchange.search(body))).build();
    }

    Response read(String id, Exchange exchange) {
        return Replies.of(reading.one(id, exchange.asked())).build();
    }

    /** Writes, and answers when it can. */
    void write(AsyncResponse response, Exchange exchange, Verb verb, @Nullable String id, InputStream body) {
        answer(response, writing.answer(exchange.sent(verb, id, body)));
    }

    static void answer(AsyncResponse response, CompletionStage<Answer> answer) {
        var unused = answer.exceptionally(failure -> Answer.of(Problems.problem(failure)))
                .thenAccept(made -> response.resume(Replies.of(made).build()));
    }
}
