package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Page;
import dev.scimbridge.directory.Query;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import java.util.ArrayList;
import java.util.List;

/** Resources of one kind, to be listed and shown. */
public interface Shelf<T> {
    ResourceSchema schema();

    /** Under which the resources are, without a slash. */
    String endpoint();

    Page<T> page(Snapshot snapshot, Query query);

    /** The resource with at least all that is to be shown of it. */
    Document document(Snapshot snapshot, T resource, Locations at, Projection projection);

    /** What a client is shown of the resource; not to be changed. */
    default byte[] shown(Snapshot snapshot, T resource, Locations at, Projection projection) {
        Document document = document(snapshot, resource, at, projection);
        return projection.apply(document).bytes(schema());
    }

    /** The page with what a client is shown of each. */
    default Page<byte[]> shown(Snapshot snapshot, Query query, Locations at, Projection projection) {
        Page<T> page = page(snapshot, query);
        List<byte[]> items = shown(snapshot, page.items(), at, projection);
        return new Page<>(page.total(), page.startIndex(), items, page.last());
    }

    /** What a client is shown of each of these. */
    default List<byte[]> shown(Snapshot snapshot, List<T> resources, Locations at, Projection projection) {
        List<byte[]> shown = new ArrayList<>(resources.size());
        for (T each : resources) {
            shown.add(shown(snapshot, each, at, projection));
        }
        return shown;
    }
}
