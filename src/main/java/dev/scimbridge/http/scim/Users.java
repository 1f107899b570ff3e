package dev.scimbridge.http.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.directory.Page;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Query;
import dev.scimbridge.directory.User;
import dev.scimbridge.http.scim.dialect.Dialect;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ListResponse;
import dev.scimbridge.scim.Patch;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.ScimProblem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** {@code /Users} (RFC 7644 3.2 to 3.6). */
@Singleton
@Path("Users")
@Callers(Callers.Who.TOKEN_HOLDERS)
public final class Users {
    private final Desk desk;

    @Inject
    Users(Desk desk) {
        this.desk = desk;
    }

    @GET
    public Response list(@Context ContainerRequestContext context) {
        Exchange exchange = new Exchange(context);
        desk.open();
        Query query = exchange.query();
        Projection projection = exchange.projection();
        Page page = desk.directory().snapshot().find(query);
        List<byte[]> items = page.users().stream()
                .map(user -> shown(user, exchange, projection))
                .toList();
        return Replies.json(
                        200,
                        ListResponse.page(page.total(), page.startIndex(), items)
                                .bytes())
                .build();
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id, @Context ContainerRequestContext context) {
        Exchange exchange = new Exchange(context);
        desk.open();
        UUID uuid = uuid(id);
        User user = desk.directory().snapshot().find(uuid);
        if (user == null) {
            throw unknown(id);
        }
        String version = Presentation.version(user.meta());
        if (EntityTags.isKnown(context.getHeaderString(HttpHeaders.IF_NONE_MATCH), version)) {
            return Response.notModified().header(HttpHeaders.ETAG, version).build();
        }
        return one(200, user, exchange);
    }

    @POST
    @Consumes({Replies.SCIM, "application/json", "*/*;qs=0.1"})
    public void create(InputStream body, @Context ContainerRequestContext context, @Suspended AsyncResponse response) {
        Exchange exchange = new Exchange(context);
        desk.open();
        Document sent = document(exchange.body(body));
        answer(response, desk.intake().create(sent, exchange.request()), user -> created(user, exchange));
    }

    @PUT
    @Path("{id}")
    public void replace(
            @PathParam("id") String id,
            InputStream body,
            @Context ContainerRequestContext context,
            @Suspended AsyncResponse response) {
        Exchange exchange = new Exchange(context);
        desk.open();
        Document sent = document(exchange.body(body));
        answer(response, desk.intake().replace(uuid(id), sent, exchange.request()), user -> one(200, user, exchange));
    }

    @PATCH
    @Path("{id}")
    public void patch(
            @PathParam("id") String id,
            InputStream body,
            @Context ContainerRequestContext context,
            @Suspended AsyncResponse response) {
        Exchange exchange = new Exchange(context);
        desk.open();
        ObjectNode straight = Dialect.patch(exchange.body(body), ResourceSchema.USER);
        Patch patch = Patch.of(straight, ResourceSchema.USER);
        answer(response, desk.intake().patch(uuid(id), patch, exchange.request()), user -> one(200, user, exchange));
    }

    @DELETE
    @Path("{id}")
    public void delete(
            @PathParam("id") String id, @Context ContainerRequestContext context, @Suspended AsyncResponse response) {
        Exchange exchange = new Exchange(context);
        desk.open();
        answer(
                response,
                desk.intake().delete(uuid(id), exchange.request()),
                user -> Response.noContent().build());
    }

    private static Document document(ObjectNode body) {
        Document document = Document.of(Dialect.resource(body), ResourceSchema.USER);
        ResourceSchema.USER.requireComplete(document);
        return document;
    }

    /** An id that is no UUID is the id of nobody. */
    private static UUID uuid(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            if (uuid.toString().equalsIgnoreCase(id)) {
                return uuid;
            }
        } catch (IllegalArgumentException notAnId) {
            throw unknown(id);
        }
        throw unknown(id);
    }

    private static ScimProblem unknown(String id) {
        String brief = id.length() > 64 ? id.substring(0, 64) + "…" : id;
        return ScimProblem.notFound("there is no user " + brief);
    }

    private Response created(User user, Exchange exchange) {
        return Response.fromResponse(one(201, user, exchange))
                .header(HttpHeaders.LOCATION, exchange.location(user))
                .build();
    }

    private Response one(int status, User user, Exchange exchange) {
        return Replies.json(status, shown(user, exchange, exchange.projection()))
                .header(HttpHeaders.ETAG, Presentation.version(user.meta()))
                .build();
    }

    private byte[] shown(User user, Exchange exchange, Projection projection) {
        Document document = desk.presentation().of(user, exchange.location(user));
        return projection.apply(document).bytes(ResourceSchema.USER);
    }

    /** The store's thread has better things to do than to write to clients. */
    private void answer(AsyncResponse response, CompletionStage<User> write, Function<User, Response> reply) {
        var unused = write.thenApplyAsync(reply, desk.answers())
                .exceptionally(failure -> Replies.problem(Problems.problem(failure)))
                .thenAccept(response::resume);
    }
}
