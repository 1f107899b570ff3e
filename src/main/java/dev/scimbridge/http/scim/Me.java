package dev.scimbridge.http.scim;

import dev.scimbridge.scim.ScimProblem;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /Me} (RFC 7644 3.11): who holds a token here is an identity provider, and no person. */
@Path("Me")
@Callers(Callers.Who.TOKEN_HOLDERS)
public final class Me {
    @GET
    public Response read() {
        return nobody();
    }

    @POST
    public Response create() {
        return nobody();
    }

    @PUT
    public Response replace() {
        return nobody();
    }

    @PATCH
    public Response patch() {
        return nobody();
    }

    @DELETE
    public Response delete() {
        return nobody();
    }

    private static Response nobody() {
        return Replies.problem(
                ScimProblem.notImplemented("the token stands for an identity provider, which is no user: ask for"
                        + " /Users/{id}, or for /Users?filter=userName eq \"…\""));
    }
}
