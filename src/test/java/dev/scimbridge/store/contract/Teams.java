package dev.scimbridge.store.contract;

import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Meta;
import dev.scimbridge.scim.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The groups of the store's tests. */
final class Teams {
    private Teams() {}

    /** Not yet put; its id follows from its name. */
    static Group called(String name) {
        return called(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name);
    }

    static Group called(UUID id, String name) {
        return named(id, name, new Meta(1, 1, 1, Cast.NOON, Cast.NOON), Cast.NOON);
    }

    private static Group named(UUID id, String name, Meta meta, Instant named) {
        return new Group(id, Samples.group("{'displayName':'" + name + "'}"), meta, named);
    }

    static Group born(Group group, long revision) {
        Meta meta = group.meta();
        return new Group(
                group.id(),
                group.said(),
                new Meta(meta.version(), revision, meta.shown(), meta.created(), meta.modified()),
                group.named());
    }

    /** Its next version, written at that moment. */
    static Group next(Group group, Instant at) {
        Meta meta = group.meta();
        Meta later = new Meta(meta.version() + 1, meta.born(), meta.shown() + 1, meta.created(), at);
        return new Group(group.id(), group.said(), later, group.named());
    }

    static Group renamed(Group group, String name, Instant at) {
        return named(group.id(), name, next(group, at).meta(), at);
    }

    static Group version(Group group, long version) {
        Meta meta = group.meta();
        return new Group(
                group.id(),
                group.said(),
                new Meta(version, meta.born(), meta.shown(), meta.created(), meta.modified()),
                group.named());
    }

    static Regroup joined(Group group, UUID... people) {
        return new Regroup(group, false, Set.of(people), Set.of());
    }

    static Regroup left(Group group, UUID... people) {
        return new Regroup(group, false, Set.of(), Set.of(people));
    }

    static Regroup deleted(Group group) {
        return new Regroup(group, true, Set.of(), Set.of());
    }
}
