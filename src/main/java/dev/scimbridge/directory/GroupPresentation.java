package dev.scimbridge.directory;

import dev.scimbridge.scim.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is shown of a group. */
final class GroupPresentation {
    private GroupPresentation() {}

    /** The whole resource but for who is in it. */
    static Document of(Group group, Locations at) {
        Document meta = Presentation.meta("Group", group.meta(), group.meta().modified(), group.version());
        String location = at.group(group.id());
        return group.said()
                .with("id", group.id().toString())
                .with("meta", location == null ? meta : meta.with("location", location));
    }

    /** Who is in a group, as the values of {@code members}. */
    static List<Document> members(UUID group, Groups groups, Locations at) {
        List<Document> members = new ArrayList<>(groups.size(group));
        groups.each(group, person -> members.add(member(person, at)));
        return members;
    }

    /** As one value of {@code members}. */
    static Document member(UUID person, Locations at) {
        Document member = Document.EMPTY.with("value", person.toString());
        String location = at.user(person);
        return (location == null ? member : member.with("$ref", location)).with("type", "User");
    }
}
