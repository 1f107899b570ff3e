package dev.scimbridge.directory;

import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Patch;
import dev.scimbridge.scim.ScimProblem;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a SCIM write makes of a group: pure. Whether the name is free and those who join are there is not yet known.
 *
 * @param said what the record is to say
 * @param joining people who are not in it yet
 * @param leaving people who are in it
 */
public record GroupDraft(Document said, Set<UUID> joining, Set<UUID> leaving) {
    private static final String MEMBERS = "members";

    public GroupDraft {
        joining = Set.copyOf(joining);
        leaving = Set.copyOf(leaving);
    }

    /** After a POST. */
    public static GroupDraft created(Document sent) {
        return new GroupDraft(said(sent), members(sent), Set.of());
    }

    /** After a PUT: what it leaves out is cleared, an {@code externalId} excepted. */
    public static GroupDraft replaced(Group before, Groups groups, Document sent) {
        Document said = said(sent);
        String externalId = before.externalId();
        boolean kept = externalId != null && !sent.has("externalId");
        Set<UUID> was = Set.copyOf(groups.members(before.id(), Optional.empty()));
        return between(kept ? said.copying("externalId", before.said()) : said, was, members(sent));
    }

    /** After a PATCH. Where it names members by their ids, only those are looked at, however many there are. */
    public static GroupDraft patched(Group before, Groups groups, Patch patch) {
        List<UUID> was = groups.members(before.id(), patch.values(MEMBERS));
        Document shown = before.said().with(MEMBERS, GroupPresentation.members(was, Locations.NONE));
        Document sent = patch.apply(shown);
        return between(said(sent), Set.copyOf(was), members(sent));
    }

    private static GroupDraft between(Document said, Set<UUID> was, Set<UUID> is) {
        Set<UUID> joining = new HashSet<>(is);
        joining.removeAll(was);
        Set<UUID> leaving = new HashSet<>(was);
        leaving.removeAll(is);
        return new GroupDraft(said, joining, leaving);
    }

    private static Document said(Document sent) {
        return sent.without(MEMBERS, "id", "meta");
    }

    private static Set<UUID> members(Document sent) {
        Set<UUID> members = new LinkedHashSet<>();
        for (Document each : sent.elements(MEMBERS)) {
            String value = each.text("value");
            UUID id = value == null ? null : Ids.find(value);
            if (id == null) {
                throw unknown(value);
            }
            members.add(id);
        }
        return members;
    }

    /** What a client is told who names a member that is nobody. */
    public static ScimProblem unknown(@Nullable Object member) {
        return ScimProblem.invalidValue("members: there is no user " + member
                + "; provision people before they become members (groups cannot be members here)");
    }
}
