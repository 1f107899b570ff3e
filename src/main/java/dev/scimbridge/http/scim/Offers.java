package dev.scimbridge.http.scim;

import dev.scimbridge.directory.Catalogue;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Page;
import dev.scimbridge.directory.Query;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.http.scim.read.Answer;
import dev.scimbridge.http.scim.read.Listing;
import dev.scimbridge.http.scim.read.Reading;
import dev.scimbridge.http.scim.read.Search;
import dev.scimbridge.http.scim.read.Shelf;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /Roles} and {@code /Entitlements}: the account types that can be given, as Okta looks for them. They are what
 * the settings say, so they are read-only, without a version, and known before the workspace is.
 */
@Singleton
@Path("{endpoint:Roles|Entitlements}")
@Callers(Callers.Who.TOKEN_HOLDERS)
public final class Offers {
    private final Desk desk;
    private final Map<String, Offered> shelves;

    @Inject
    Offers(Desk desk) {
        this.desk = desk;
        this.shelves = Stream.of(ResourceSchema.ROLE, ResourceSchema.ENTITLEMENT)
                .map(schema -> new Offered(new Catalogue(desk.types(), schema)))
                .collect(Collectors.toUnmodifiableMap(Offered::endpoint, Function.identity()));
    }

    @GET
    public Response list(@PathParam("endpoint") String endpoint, @Context ContainerRequestContext context) {
        return list(endpoint, new Exchange(context).asked().search());
    }

    @POST
    @Path(".search")
    @Consumes({Replies.SCIM, "application/json", "*/*;qs=0.1"})
    public Response search(
            @PathParam("endpoint") String endpoint, InputStream body, @Context ContainerRequestContext context) {
        return list(endpoint, new Exchange(context).search(body));
    }

    private Response list(String endpoint, Search search) {
        Listing listing = new Listing(List.of(shelf(endpoint)), desk.cursors());
        return Replies.of(listing.answer(desk.directory().snapshot(), search)).build();
    }

    @GET
    @Path("{id}")
    public Response read(
            @PathParam("endpoint") String endpoint,
            @PathParam("id") String id,
            @Context ContainerRequestContext context) {
        Offered shelf = shelf(endpoint);
        AccountType type = shelf.catalogue.find(id);
        if (type == null) {
            throw Reading.unknown(shelf.schema(), id);
        }
        Exchange exchange = new Exchange(context);
        Projection projection = exchange.projection(shelf.schema());
        Snapshot snapshot = desk.directory().snapshot();
        return Replies.of(Answer.json(200, shelf.shown(snapshot, type, exchange.locations(), projection)))
                .build();
    }

    private Offered shelf(String endpoint) {
        return Objects.requireNonNull(shelves.get(endpoint));
    }

    private record Offered(Catalogue catalogue) implements Shelf<AccountType> {
        @Override
        public ResourceSchema schema() {
            return catalogue.schema();
        }

        @Override
        public String endpoint() {
            return schema().endpoint();
        }

        @Override
        public Page<AccountType> page(Snapshot snapshot, Query query) {
            return catalogue.find(query);
        }

        @Override
        public Document document(Snapshot snapshot, AccountType resource, Locations at, Projection projection) {
            return catalogue.document(resource, at);
        }
    }
}
