package dev.scimbridge.http.scim;

import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.User;
import dev.scimbridge.http.scim.bulk.Batch;
import dev.scimbridge.http.scim.bulk.BulkRequest;
import dev.scimbridge.http.scim.bulk.BulkResponse;
import dev.scimbridge.http.scim.read.Answer;
import dev.scimbridge.http.scim.write.Writings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import java.io.InputStream;

/** {@code /Bulk} (RFC 7644 3.7). */
@Singleton
@Path("Bulk")
@Callers(Callers.Who.TOKEN_HOLDERS)
public final class Bulk {
    private final Desk desk;
    private final Endpoint<User> users;
    private final Endpoint<Group> groups;

    @Inject
    Bulk(Desk desk, Writings writings) {
        this.desk = desk;
        this.users = new Endpoint<>(writings.users());
        this.groups = new Endpoint<>(writings.groups());
    }

    @POST
    @Consumes({Replies.SCIM, "application/json", "*/*;qs=0.1"})
    public void carryOut(
            InputStream body, @Context ContainerRequestContext context, @Suspended AsyncResponse response) {
        var unused = desk.open();
        Exchange exchange = new Exchange(context);
        BulkRequest request = BulkRequest.of(exchange.body(body));
        BulkHand hand = new BulkHand(users, groups, exchange.request(), desk.answers());
        String base = context.getUriInfo().getBaseUri().toString();
        desk.answer(
                response,
                Batch.begin(request, hand, desk.answers(), System::nanoTime),
                results -> Replies.of(Answer.json(200, BulkResponse.bytes(results, base)))
                        .build());
    }
}
