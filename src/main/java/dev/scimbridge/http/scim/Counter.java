package dev.scimbridge.http.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.directory.Ids;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.http.scim.dialect.Dialect;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Patch;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.ScimProblem;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Serves one kind of resource: reads from memory, and the answers to writes. */
final class Counter<T> {
    private static final int LONGEST_ID = 64;

    private final Desk desk;
    private final Kind<T> kind;

    Counter(Desk desk, Kind<T> kind) {
        this.desk = desk;
        this.kind = kind;
    }

    /** A request, once the bridge knows the workspace. */
    Exchange exchange(ContainerRequestContext context) {
        desk.open();
        return new Exchange(context);
    }

    Response list(Search search) {
        return new Listing(List.of(kind), desk.cursors()).answer(snapshot(), search);
    }

    Response read(String id, Exchange exchange) {
        Snapshot snapshot = snapshot();
        T found = kind.find(snapshot, id(id));
        if (found == null) {
            throw unknown(id);
        }
        String version = kind.version(snapshot, found);
        if (EntityTags.isKnown(exchange.header(HttpHeaders.IF_NONE_MATCH), version)) {
            return Response.notModified().header(HttpHeaders.ETAG, version).build();
        }
        return one(200, found, exchange);
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

    /** An id that is no UUID is the id of nobody. */
    UUID id(String text) {
        UUID id = Ids.find(text);
        if (id == null) {
            throw unknown(text);
        }
        return id;
    }

    private ScimProblem unknown(String id) {
        return unknown(kind.schema(), id);
    }

    static ScimProblem unknown(ResourceSchema schema, String id) {
        String brief = id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) + "…" : id;
        return ScimProblem.notFound("there is no " + schema.name().toLowerCase(Locale.ROOT) + " " + brief);
    }

    Response created(T resource, Exchange exchange) {
        return Response.fromResponse(one(201, resource, exchange))
                .header(
                        HttpHeaders.LOCATION,
                        exchange.locations()
                                .of(kind.endpoint(), kind.id(resource).toString()))
                .build();
    }

    Response one(int status, T resource, Exchange exchange) {
        Snapshot snapshot = snapshot();
        Projection projection = exchange.projection(kind.schema());
        return Replies.json(status, Shelf.shown(kind, snapshot, resource, exchange.locations(), projection))
                .header(HttpHeaders.ETAG, kind.version(snapshot, resource))
                .build();
    }

    /** There is nothing to show, but it has a version. */
    Response none(T resource) {
        return Response.noContent()
                .header(HttpHeaders.ETAG, kind.version(snapshot(), resource))
                .build();
    }

    Snapshot snapshot() {
        return desk.directory().snapshot();
    }

    void answer(AsyncResponse response, CompletionStage<T> write, Function<T, Response> reply) {
        desk.answer(response, write, reply);
    }
}
