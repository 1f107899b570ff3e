package dev.scimbridge.provisioning;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Guards;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Query;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.Samples;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The groups of a room, each by its name, and its people by their addresses. */
final class Clubs {
    /** Admins are ADMIN, makers DEVELOPER. */
    static final AccountTypeRules TYPES = new AccountTypeRules(
            AccountType.BUSINESS,
            Set.of(),
            List.of(),
            Map.of(),
            Map.of("admins", AccountType.ADMIN, "makers", AccountType.DEVELOPER));

    static final Room.House HOUSE = new Room.House(TYPES, new Guards(Set.of(), null));

    private final Room room;

    Clubs(Room room) {
        this.room = room;
    }

    Group found(String name, String... members) {
        return founding(name, members).join();
    }

    CompletableFuture<Group> founding(String name, String... members) {
        return room.groups().create(said(name, members), Room.request()).toCompletableFuture();
    }

    Group replace(String name, String newName, String... members) {
        return room.groups()
                .replace(named(name).id(), said(newName, members), Room.request())
                .toCompletableFuture()
                .join();
    }

    Group join(String name, String... members) {
        return patch(name, "{'op':'add','path':'members','value':" + values(members) + "}");
    }

    Group leave(String name, String... members) {
        return patch(name, "{'op':'remove','path':'members','value':" + values(members) + "}");
    }

    Group rename(String name, String newName) {
        return patch(name, "{'op':'replace','path':'displayName','value':'" + newName + "'}");
    }

    Group patch(String name, String operations) {
        return room.groups()
                .patch(named(name).id(), Samples.patch(operations, ResourceSchema.GROUP), Room.request())
                .toCompletableFuture()
                .join();
    }

    void delete(String name) {
        var unused = room.groups()
                .delete(named(name).id(), Room.request())
                .toCompletableFuture()
                .join();
    }

    Group named(String name) {
        return room.snapshot().groups(Query.page(null, null, 1, 1000)).items().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no group " + name));
    }

    /** Who is in it, by id. */
    Set<String> members(String name) {
        return room.snapshot().document(named(name), Locations.NONE, true).elements("members").stream()
                .map(member -> member.text("value"))
                .collect(Collectors.toSet());
    }

    String id(String address) {
        return room.user(address).id().toString();
    }

    private Document said(String name, String... members) {
        return Samples.group("{'displayName':'" + name + "','members':" + values(members) + "}");
    }

    private String values(String... members) {
        return Stream.of(members)
                .map(member -> "{'value':'" + (room.knows(member) ? id(member) : member) + "'}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
