package dev.scimbridge.http.scim;

import dev.scimbridge.http.scim.read.Reads;
import dev.scimbridge.http.scim.read.Search;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * Queries of the server's root (RFC 7644 3.4.2.1 and 3.4.3): all people, then all groups, as one list. The roles and
 * entitlements are left out: they say what can be given, not who has it.
 */
@Singleton
@Path("/")
@Callers(Callers.Who.TOKEN_HOLDERS)
public final class Root {
    private final Desk desk;
    private final Reads reads;

    @Inject
    Root(Desk desk, Reads reads) {
        this.desk = desk;
        this.reads = reads;
    }

    @GET
    public Response list(@Context ContainerRequestContext context) {
        return answer(exchange(context).asked().search());
    }

    @POST
    @Path(".search")
    @Consumes({Replies.SCIM, "application/json", "*/*;qs=0.1"})
    public Response search(InputStream body, @Context ContainerRequestContext context) {
        return answer(exchange(context).search(body));
    }

    private Exchange exchange(ContainerRequestContext context) {
        var unused = desk.open();
        return new Exchange(context);
    }

    private Response answer(Search search) {
        return Replies.of(reads.everything(search)).build();
    }
}
