package dev.scimbridge.directory;

import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.scim.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups as tests need them, and what was written of them. */
public final class Teams {
    private Teams() {}

    /** A new one; its id follows from its name. */
    public static Group called(String name) {
        return called(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name);
    }

    public static Group called(UUID id, String name) {
        return named(id, name, new Meta(1, 1, 1, Someone.NOON, Someone.NOON), Someone.NOON);
    }

    private static Group named(UUID id, String name, Meta meta, Instant named) {
        return new Group(id, Samples.group("{'displayName':'" + name + "'}"), meta, named);
    }

    public static Group born(Group group, long revision) {
        Meta meta = group.meta();
        return new Group(
                group.id(),
                group.said(),
                new Meta(meta.version(), revision, meta.shown(), meta.created(), meta.modified()),
                group.named());
    }

    /** Its next version, written at that moment. */
    public static Group next(Group group, Instant at) {
        Meta meta = group.meta();
        Meta later = new Meta(meta.version() + 1, meta.born(), meta.shown() + 1, meta.created(), at);
        return new Group(group.id(), group.said(), later, group.named());
    }

    public static Group renamed(Group group, String name, Instant at) {
        return named(group.id(), name, next(group, at).meta(), at);
    }

    public static Group version(Group group, long version) {
        Meta meta = group.meta();
        return new Group(
                group.id(),
                group.said(),
                new Meta(version, meta.born(), meta.shown(), meta.created(), meta.modified()),
                group.named());
    }

    public static Regroup joined(Group group, UUID... people) {
        return new Regroup(group, false, Set.of(people), Set.of());
    }

    public static Regroup left(Group group, UUID... people) {
        return new Regroup(group, false, Set.of(), Set.of(people));
    }

    public static Regroup deleted(Group group) {
        return new Regroup(group, true, Set.of(), Set.of());
    }

    /** A new group with these people in it, as it is published. */
    public static Changes founded(Group group, User... people) {
        UUID[] ids = Stream.of(people).map(User::id).toArray(UUID[]::new);
        return changed(joined(group, ids), group.meta().modified(), ids);
    }

    /** One write, as it is published: these people have joined or left at that moment. */
    public static Changes changed(Regroup write, Instant at, UUID... moved) {
        return new Changes(List.of(), List.of(write), Stream.of(moved).collect(Collectors.toMap(id -> id, id -> at)));
    }
}
