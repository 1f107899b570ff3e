package dev.scimbridge.directory;

import dev.scimbridge.scim.Document;
import java.util.List;
import java.util.UUID;

/** What is shown of a group. */
final class GroupPresentation {
    private GroupPresentation() {}

    /**
     * The whole resource.
     *
     * @param members who is to be shown in it
     */
    static Document of(Group group, List<UUID> members, Locations at) {
        Document meta = Presentation.meta("Group", group.meta(), group.meta().modified(), group.version());
        String location = at.group(group.id());
        return group.said()
                .with("id", group.id().toString())
                .with("members", members(members, at))
                .with("meta", location == null ? meta : meta.with("location", location));
    }

    /** As the values of {@code members}. */
    static List<Document> members(List<UUID> people, Locations at) {
        return people.stream().map(person -> member(person, at)).toList();
    }

    private static Document member(UUID person, Locations at) {
        Document member = Document.EMPTY.with("value", person.toString());
        String location = at.user(person);
        return (location == null ? member : member.with("$ref", location)).with("type", "User");
    }
}
