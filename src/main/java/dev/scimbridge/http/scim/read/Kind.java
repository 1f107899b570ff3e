package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Beside;
import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Page;
import dev.scimbridge.directory.Query;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.User;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Projection;
import dev.scimbridge.scim.ResourceSchema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the door needs to know of a kind of resource that has records. */
public interface Kind<T> extends Shelf<T> {
    Kind<User> USERS = new Users();
    Kind<Group> GROUPS = new Groups();

    UUID id(T resource);

    @Nullable
    T find(Snapshot snapshot, UUID id);

    /** Whether what has this id now is this very record. */
    boolean holds(Snapshot snapshot, UUID id, Object resource);

    /** Whether an index tells that none but this very record can fulfil the condition, if it does. */
    boolean isOnly(Snapshot snapshot, Criterion.Equality condition, Object resource);

    /** The weak entity tag of what is shown (RFC 7644 3.14). */
    String version(Snapshot snapshot, T resource);

    /** What tells whether a resource is still shown as before, besides its record. */
    Beside beside(Snapshot snapshot, T resource);

    /** Whether it has so much in it that not all of it is to be told for a small change. */
    boolean isLarge(Snapshot snapshot, T resource);

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
        public boolean holds(Snapshot snapshot, UUID id, Object resource) {
            return snapshot.people().holds(id, resource);
        }

        @Override
        public boolean isOnly(Snapshot snapshot, Criterion.Equality condition, Object resource) {
            return snapshot.people().isOnly(condition, resource);
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
        public boolean isLarge(Snapshot snapshot, User resource) {
            return false;
        }

        @Override
        public Beside beside(Snapshot snapshot, User resource) {
            return snapshot.beside(resource);
        }

        @Override
        public Document document(Snapshot snapshot, User resource, Locations at, Projection projection) {
            return snapshot.document(resource, at);
        }
    }

    /** Groups. */
    record Groups() implements Kind<Group> {
        /** In members. */
        private static final int LARGE = 1000;

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
        public boolean holds(Snapshot snapshot, UUID id, Object resource) {
            return snapshot.groups().holds(id, resource);
        }

        @Override
        public boolean isOnly(Snapshot snapshot, Criterion.Equality condition, Object resource) {
            return snapshot.groups().isOnly(condition, resource);
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
        public boolean isLarge(Snapshot snapshot, Group resource) {
            return snapshot.groups().size(resource.id()) >= LARGE;
        }

        /** The record moves with its members. */
        @Override
        public Beside beside(Snapshot snapshot, Group resource) {
            return Beside.NOTHING;
        }

        @Override
        public Document document(Snapshot snapshot, Group resource, Locations at, Projection projection) {
            return snapshot.document(resource, at, projection.shows("members"));
        }
    }
}
