package dev.scimbridge.http.scim;

import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Page;
import dev.scimbridge.directory.Query;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;

/** Resources of one kind, to be listed and shown. */
interface Shelf<T> {
    ResourceSchema schema();

    /** Under which the resources are, without a slash. */
    String endpoint();

    Page<T> page(Snapshot snapshot, Query query);

    /** The resource with at least all that is to be shown of it. */
    Document document(Snapshot snapshot, T resource, Locations at, Projection projection);

    /** What a client is shown of the resource. */
    static <T> byte[] shown(Shelf<T> shelf, Snapshot snapshot, T resource, Locations at, Projection projection) {
        Document document = shelf.document(snapshot, resource, at, projection);
        return projection.apply(document).bytes(shelf.schema());
    }
}
