package dev.scimbridge.http.scim;

import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Page;
import dev.scimbridge.directory.Query;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.User;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the door needs to know of a kind of resource that has records. */
interface Kind<T> {
    Kind<User> USERS = new Users();
    Kind<Group> GROUPS = new Groups();

    ResourceSchema schema();

    /** Under which its resources are, without a slash. */
    String endpoint();

    UUID id(T resource);

    @Nullable
    T find(Snapshot snapshot, UUID id);

    Page<T> page(Snapshot snapshot, Query query);

    String version(Snapshot snapshot, T resource);

    /** The resource with at least all that is to be shown of it. */
    Document document(Snapshot snapshot, T resource, Locations at, Projection projection);

    /** What a client is shown of the resource. */
    static <T> byte[] shown(Kind<T> kind, Snapshot snapshot, T resource, Locations at, Projection projection) {
        Document document = kind.document(snapshot, resource, at, projection);
        return projection.apply(document).bytes(kind.schema());
    }

    /** People. */
    record Users() implements Kind<User> {
        @Override
        public ResourceSchema schema() {
            return ResourceSchema.USER;
        }

        @Override
        public String endpoint() {
            return "Users";
        }

        @Override
        public UUID id(User resource) {
            return resource.id();
        }

        @Override
        public @Nullable User find(Snapshot snapshot, UUID id) {
            return snapshot.people().find(id);
        }

        @Override
        public Page<User> page(Snapshot snapshot, Query query) {
            return snapshot.users(query);
        }

        @Override
        public String version(Snapshot snapshot, User resource) {
            return snapshot.version(resource);
        }

        @Override
        public Document document(Snapshot snapshot, User resource, Locations at, Projection projection) {
            return snapshot.document(resource, at);
        }
    }

    /** Groups. */
    record Groups() implements Kind<Group> {
        @Override
        public ResourceSchema schema() {
            return ResourceSchema.GROUP;
        }

        @Override
        public String endpoint() {
            return "Groups";
        }

        @Override
        public UUID id(Group resource) {
            return resource.id();
        }

        @Override
        public @Nullable Group find(Snapshot snapshot, UUID id) {
            return snapshot.groups().find(id);
        }

        @Override
        public Page<Group> page(Snapshot snapshot, Query query) {
            return snapshot.groups(query);
        }

        @Override
        public String version(Snapshot snapshot, Group resource) {
            return resource.version();
        }

        @Override
        public Document document(Snapshot snapshot, Group resource, Locations at, Projection projection) {
            return snapshot.document(resource, at, projection.shows("members"));
        }
    }
}
