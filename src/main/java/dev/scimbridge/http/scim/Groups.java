package dev.scimbridge.http.scim;

import dev.scimbridge.directory.Group;
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

/** {@code /Groups} (RFC 7644 3.2 to 3.6, RFC 7643 4.2). */
@Singleton
@Path("Groups")
@Callers(Callers.Who.TOKEN_HOLDERS)
public final class Groups {
    /** From so many members on the answer to a PATCH says only that it is done: RFC 7644 3.5.2 allows both. */
    private static final int LARGE = 1000;

    private final Desk desk;
    private final Counter<Group> counter;

    @Inject
    Groups(Desk desk, Reads reads) {
        this.desk = desk;
        this.counter = new Counter<>(desk, reads.groups());
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
                response, desk.groups().create(sent, exchange.request()), group -> counter.created(group, exchange));
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
        UUID group = counter.id(id);
        counter.answer(
                response,
                desk.groups().replace(group, sent, exchange.request()),
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
        UUID group = counter.id(id);
        counter.answer(
                response, desk.groups().patch(group, patch, exchange.request()), next -> patched(next, exchange));
    }

    @DELETE
    @Path("{id}")
    public void delete(
            @PathParam("id") String id, @Context ContainerRequestContext context, @Suspended AsyncResponse response) {
        Exchange exchange = counter.exchange(context);
        UUID group = counter.id(id);
        counter.answer(
                response,
                desk.groups().delete(group, exchange.request()),
                gone -> Response.noContent().build());
    }

    /** One member more is to cost the same in a group of twenty thousand. */
    private Response patched(Group group, Exchange exchange) {
        boolean large = counter.snapshot().groups().size(group.id()) >= LARGE;
        return large && !exchange.projects() ? counter.none(group) : counter.written(group, exchange);
    }
}
