package dev.scimbridge.directory;

import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Ordering;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Everybody and every group, as of one commit. Immutable: a change makes a new one in O(log n), and whoever reads an old
 * one sees it whole. All reads are answered from it.
 */
public final class Snapshot {
    private final Presentation presentation;
    private final People people;
    private final Groups groups;

    private Snapshot(Presentation presentation, People people, Groups groups) {
        this.presentation = presentation;
        this.people = people;
        this.groups = groups;
    }

    public static Snapshot empty(Presentation presentation) {
        return new Snapshot(presentation, People.nobody(presentation), Groups.none());
    }

    /** As it is after these changes. */
    public Snapshot with(Changes changes) {
        return with(List.of(changes));
    }

    /** As it is after these changes, one after the other. */
    Snapshot with(List<Changes> changes) {
        Groups regrouped = groups;
        for (Changes each : changes) {
            regrouped = with(regrouped, each);
        }
        List<User> written =
                changes.stream().flatMap(each -> each.people().stream()).toList();
        return new Snapshot(presentation, people.with(written), regrouped);
    }

    private static Groups with(Groups groups, Changes changes) {
        Groups regrouped = groups;
        for (Regroup change : changes.groups()) {
            regrouped = regrouped.with(change);
        }
        for (Map.Entry<UUID, Instant> change : changes.regrouped().entrySet()) {
            regrouped = regrouped.regrouped(change.getKey(), change.getValue());
        }
        return regrouped;
    }

    /** With all of these people, who are as {@link People#kept}, where there was nobody. */
    Snapshot filled(Collection<User> all) {
        return new Snapshot(presentation, people.filled(all), groups);
    }

    public People people() {
        return people;
    }

    public Groups groups() {
        return groups;
    }

    public Page<User> users(Query query) {
        return people.find(query, user -> new Portrait(presentation, user, groups));
    }

    public Page<Group> groups(Query query) {
        Criterion filter = query.filter();
        Ordering order = query.order();
        Optional<Set<String>> asked = filter == null ? Optional.of(Set.of()) : filter.values("members");
        boolean sorting = order != null && order.mentions("members");
        // Who else is in a group of twenty thousand does not matter to whether one of them is.
        Optional<Set<String>> members = sorting ? Optional.empty() : asked;
        return groups.find(query, group -> document(group, Locations.NONE, members));
    }

    /** The whole resource. */
    public Document document(User user, Locations at) {
        return new Portrait(presentation, user, groups).whole(at);
    }

    /**
     * The whole resource.
     *
     * @param members whether it is to say who is in it
     */
    public Document document(Group group, Locations at, boolean members) {
        return document(group, at, members ? Optional.empty() : Optional.of(Set.of()));
    }

    private Document document(Group group, Locations at, Optional<Set<String>> members) {
        return GroupPresentation.of(group, groups.members(group.id(), members), at);
    }

    /** What tells whether this person is still shown as before, besides their record. */
    public Beside beside(User user) {
        return groups.isInNone(user)
                ? Beside.NOTHING
                : new Beside(Presentation.digest(groups.of(user.id())), groups.changed(user.id()));
    }

    /** The weak entity tag of what is shown (RFC 7644 3.14). */
    public String version(User user) {
        return Presentation.version(user, groups.of(user.id()));
    }
}
