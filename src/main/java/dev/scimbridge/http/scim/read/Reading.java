package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Ids;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.scim.Parts;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.ScimProblem;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes the answers to what is read of one kind of resource. Throws {@link ScimProblem} for what is refused. */
public final class Reading<T> {
    private static final int LONGEST_ID = 64;

    private final Kept<T> shelf;
    private final Kind<T> kind;
    private final Supplier<Snapshot> directory;
    private final Listing listing;

    Reading(Kept<T> shelf, Supplier<Snapshot> directory, Cursors cursors) {
        this.shelf = shelf;
        this.kind = shelf.kind();
        this.directory = directory;
        this.listing = new Listing(List.of(shelf), cursors);
    }

    public Kind<T> kind() {
        return kind;
    }

    /** Everybody as of now; throws while that is not known. */
    public Snapshot snapshot() {
        return directory.get();
    }

    /** A page of the list, or a step of a walk through it. */
    public Answer list(Asked asked) {
        Snapshot snapshot = directory.get();
        return listing.answer(snapshot, asked.search());
    }

    /** The same, asked in a body. */
    public Answer list(Search search) {
        return listing.answer(directory.get(), search);
    }

    /** One resource, or 304 to whoever has its version already. */
    public Answer one(String id, Asked asked) {
        Snapshot snapshot = directory.get();
        UUID known = id(id);
        Copies.Copy copy = asked.parameters().projects() ? null : shelf.copy(snapshot, known, asked.at());
        if (copy != null) {
            return answer(asked, copy.version(), copy::body);
        }
        T found = kind.find(snapshot, known);
        if (found == null) {
            throw unknown(kind.schema(), id);
        }
        return answer(asked, kind.version(snapshot, found), () -> {
            Projection projection = asked.parameters().projection(kind.schema());
            return new Parts(List.of(shelf.shown(snapshot, found, asked.at(), projection)));
        });
    }

    private static Answer answer(Asked asked, String version, Supplier<Parts> shown) {
        Answer answer =
                EntityTags.isKnown(asked.ifNoneMatch(), version) ? Answer.empty(304) : Answer.json(200, shown.get());
        return answer.tagged(version);
    }

    /** A resource in answer to a write of it; no copy is kept of it, for readers find a record of their own. */
    public Answer shown(int status, T resource, Locations at, Projection projection) {
        Snapshot snapshot = directory.get();
        return Answer.json(status, kind.shown(snapshot, resource, at, projection))
                .tagged(kind.version(snapshot, resource));
    }

    /** An id that is no UUID is the id of nobody. */
    public UUID id(String text) {
        UUID id = Ids.find(text);
        if (id == null) {
            throw unknown(kind.schema(), text);
        }
        return id;
    }

    /** Told of an id that is none. */
    public static ScimProblem unknown(ResourceSchema schema, String id) {
        String brief = id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) + "…" : id;
        return ScimProblem.notFound("there is no " + schema.name().toLowerCase(Locale.ROOT) + " " + brief);
    }
}
