package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Page;
import dev.scimbridge.directory.Query;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of resource of which copies are kept. What shows a part of a resource is made afresh.
 *
 * @param copies may be shared by several kinds
 */
record Kept<T>(Kind<T> kind, Copies copies) implements Shelf<T> {
    @Override
    public ResourceSchema schema() {
        return kind.schema();
    }

    @Override
    public String endpoint() {
        return kind.endpoint();
    }

    /** What is kept of the one that has this id now, as a whole; null if nothing is. */
    @SuppressWarnings("unchecked")
    Copies.@Nullable Copy copy(Snapshot snapshot, UUID id, Locations at) {
        return copies.find(
                id,
                at,
                (resource, beside) ->
                        kind.holds(snapshot, id, resource) && beside.equals(kind.beside(snapshot, (T) resource)));
    }

    @Override
    public Page<T> page(Snapshot snapshot, Query query) {
        return kind.page(snapshot, query);
    }

    @Override
    public Document document(Snapshot snapshot, T resource, Locations at, Projection projection) {
        return kind.document(snapshot, resource, at, projection);
    }

    @Override
    public byte[] shown(Snapshot snapshot, T resource, Locations at, Projection projection) {
        if (!projection.equals(Projection.ALL)) {
            return kind.shown(snapshot, resource, at, projection);
        }
        Copies.Key key = new Copies.Key(kind.id(resource), resource, kind.beside(snapshot, resource), at);
        byte[] kept = copies.find(key);
        if (kept != null) {
            return kept;
        }
        byte[] made = kind.shown(snapshot, resource, at, projection);
        copies.keep(key, made, kind.version(snapshot, resource));
        return made;
    }

    @Override
    public List<byte[]> shown(Snapshot snapshot, List<T> resources, Locations at, Projection projection) {
        if (resources.size() > 1) {
            copies.bringNear(resources, kind::id);
        }
        return Shelf.super.shown(snapshot, resources, at, projection);
    }
}
