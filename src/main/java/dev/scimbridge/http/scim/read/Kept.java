package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Beside;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Page;
import dev.scimbridge.directory.Query;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.scim.Criterion.Equality;
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
    Copies.@Nullable Copy copy(Snapshot snapshot, UUID id, Locations at) {
        return copies.find(
                id,
                at,
                (resource, beside) -> kind.holds(snapshot, id, resource) && isBeside(snapshot, resource, beside));
    }

    @SuppressWarnings("unchecked")
    private boolean isBeside(Snapshot snapshot, Object resource, Beside beside) {
        return beside.equals(kind.beside(snapshot, (T) resource));
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

    /** Who is looked for all day long, by one condition, is looked for once as long as it says the same. */
    @Override
    public Page<byte[]> shown(Snapshot snapshot, Query query, Locations at, Projection projection) {
        Equality condition = projection.equals(Projection.ALL) ? query.condition() : null;
        if (condition == null) {
            return Shelf.super.shown(snapshot, query, at, projection);
        }
        Copies.Copy copy = copies.find(
                condition,
                at,
                (resource, beside) ->
                        kind.isOnly(snapshot, condition, resource) && isBeside(snapshot, resource, beside));
        if (copy != null) {
            return new Page<>(1, 1, copy.body().each(), null);
        }
        Page<T> page = kind.page(snapshot, query);
        List<byte[]> shown = shown(snapshot, page.items(), at, projection);
        if (page.total() == 1 && kind.isOnly(snapshot, condition, page.items().get(0))) {
            T found = page.items().get(0);
            Copies.Key key = new Copies.Key(condition, found, kind.beside(snapshot, found), at);
            copies.keep(key, shown.get(0), kind.version(snapshot, found));
        }
        return new Page<>(page.total(), page.startIndex(), shown, page.last());
    }

    @Override
    public List<byte[]> shown(Snapshot snapshot, List<T> resources, Locations at, Projection projection) {
        if (resources.size() > 1) {
            copies.bringNear(resources, kind::id);
        }
        return Shelf.super.shown(snapshot, resources, at, projection);
    }
}
