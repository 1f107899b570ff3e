package dev.scimbridge.http.scim;

import dev.scimbridge.directory.User;
import dev.scimbridge.http.scim.read.Reads;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Patch;
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
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;

/** {@code /Users} (RFC 7644 3.2 to 3.6). */
@Singleton
@Path("Users")
@Callers(Callers.Who.TOKEN_HOLDERS)
public final class Users {
    private final Desk desk;
    private final Counter<User> counter;

    @Inject
    Users(Desk desk, Reads reads) {
        this.desk = desk;
        this.counter = new Counter<>(desk, reads.users());
    }

    @GET
    public Response list(@Context ContainerRequestContext context) {
        return counter.list(counter.exchange(context));
    }

    @POST
    @Path(".search")
    @Consumes({Replies.SCIM, "application/json", "*/*;qs=0.1"})
    public Response search(InputStream body, @Context ContainerRequestContext context) {
        return counter.list(counter.exchange(context), body);
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id, @Context ContainerRequestContext context) {
        return counter.read(id, counter.exchange(context));
    }

    @POST
    @Consumes({Replies.SCIM, "application/json", "*/*;qs=0.1"})
    public void create(InputStream body, @Context ContainerRequestContext context, @Suspended AsyncResponse response) {
        Exchange exchange = counter.exchange(context);
        Document sent = counter.document(exchange.body(body));
        counter.answer(
                response, desk.intake().create(sent, exchange.request()), user -> counter.created(user, exchange));
    }

    @PUT
    @Path("{id}")
    public void replace(
            @PathParam("id") String id,
            InputStream body,
            @Context ContainerRequestContext context,
            @Suspended AsyncResponse response) {
        Exchange exchange = counter.exchange(context);
        Document sent = counter.document(exchange.body(body));
        UUID user = counter.id(id);
        counter.answer(
                response,
                desk.intake().replace(user, sent, exchange.request()),
                next -> counter.written(next, exchange));
    }

    @PATCH
    @Path("{id}")
    public void patch(
            @PathParam("id") String id,
            InputStream body,
            @Context ContainerRequestContext context,
            @Suspended AsyncResponse response) {
        Exchange exchange = counter.exchange(context);
        Patch patch = counter.patch(exchange.body(body));
        UUID user = counter.id(id);
        counter.answer(
                response,
                desk.intake().patch(user, patch, exchange.request()),
                next -> counter.written(next, exchange));
    }

    @DELETE
    @Path("{id}")
    public void delete(
            @PathParam("id") String id, @Context ContainerRequestContext context, @Suspended AsyncResponse response) {
        Exchange exchange = counter.exchange(context);
        UUID user = counter.id(id);
        counter.answer(
                response,
                desk.intake().delete(user, exchange.request()),
                gone -> Response.noContent().build());
    }
}
