package dev.scimbridge.http.scim;

import dev.scimbridge.directory.User;
import dev.scimbridge.http.scim.read.Reads;
import dev.scimbridge.http.scim.write.Verb;
import dev.scimbridge.http.scim.write.Writings;
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

/** {@code /Users} (RFC 7644 3.2 to 3.6). */
@Singleton
@Path("Users")
@Callers(Callers.Who.TOKEN_HOLDERS)
public final class Users {
    private final Counter<User> counter;

    @Inject
    Users(Reads reads, Writings writings) {
        this.counter = new Counter<>(reads.users(), writings.users());
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
        counter.write(response, counter.exchange(context), Verb.POST, null, body);
    }

    @PUT
    @Path("{id}")
    public void replace(
            @PathParam("id") String id,
            InputStream body,
            @Context ContainerRequestContext context,
            @Suspended AsyncResponse response) {
        counter.write(response, counter.exchange(context), Verb.PUT, id, body);
    }

    @PATCH
    @Path("{id}")
    public void patch(
            @PathParam("id") String id,
            InputStream body,
            @Context ContainerRequestContext context,
            @Suspended AsyncResponse response) {
        counter.write(response, counter.exchange(context), Verb.PATCH, id, body);
    }

    @DELETE
    @Path("{id}")
    public void delete(
            @PathParam("id") String id, @Context ContainerRequestContext context, @Suspended AsyncResponse response) {
        counter.write(response, counter.exchange(context), Verb.DELETE, id, InputStream.nullInputStream());
    }
}
