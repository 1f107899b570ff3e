package dev.scimbridge.http.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.http.scim.dialect.Dialect;
import dev.scimbridge.http.scim.read.Answer;
import dev.scimbridge.http.scim.read.Kind;
import dev.scimbridge.http.scim.read.Reading;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Patch;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Serves one kind of resource by way of JAX-RS: what {@link Reading} answers, and the answers to writes. */
final class Counter<T> {
    private final Desk desk;
    private final Reading<T> reading;
    private final Kind<T> kind;

    Counter(Desk desk, Reading<T> reading) {
        this.desk = desk;
        this.reading = reading;
        this.kind = reading.kind();
    }

    /** A request, once the bridge knows the workspace. */
    Exchange exchange(ContainerRequestContext context) {
        var unused = desk.open();
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

    /** A body of POST or PUT. */
    Document document(ObjectNode body) {
        Document document = Document.of(Dialect.resource(body), kind.schema());
        kind.schema().requireComplete(document);
        return document;
    }

    /** A body of PATCH. */
    Patch patch(ObjectNode body) {
        return Patch.of(Dialect.patch(body, kind.schema()), kind.schema());
    }

    UUID id(String text) {
        return reading.id(text);
    }

    Response created(T resource, Exchange exchange) {
        String id = kind.id(resource).toString();
        return Replies.of(shown(201, resource, exchange))
                .header(HttpHeaders.LOCATION, exchange.locations().of(kind.endpoint(), id))
                .build();
    }

    /** What a write has made of a resource. */
    Response written(T resource, Exchange exchange) {
        return Replies.of(shown(200, resource, exchange)).build();
    }

    private Answer shown(int status, T resource, Exchange exchange) {
        return reading.shown(status, resource, exchange.locations(), exchange.projection(kind.schema()));
    }

    /** There is nothing to show, but it has a version. */
    Response none(T resource) {
        return Replies.of(Answer.empty(204).tagged(version(resource))).build();
    }

    String version(T resource) {
        return kind.version(snapshot(), resource);
    }

    Snapshot snapshot() {
        return desk.directory().snapshot();
    }

    void answer(AsyncResponse response, CompletionStage<T> write, Function<T, Response> reply) {
        desk.answer(response, write, reply);
    }
}
