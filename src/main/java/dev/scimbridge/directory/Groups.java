package dev.scimbridge.directory;

import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.directory.Listed.Asking;
import dev.scimbridge.directory.Listed.Place;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Folded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All groups, as of one commit, and who is in which. */
public final class Groups {
    private static final Comparator<UUID> BY_ID = Comparator.naturalOrder();
    private static final Ranked<UUID, UUID> NOBODY = Ranked.empty(BY_ID);

    private final Ranked<UUID, Group> all;
    private final Listed<Group> listed;
    private final Index<String> names;
    private final Index<String> externals;
    private final Bonds bonds;

    /** Who is in which group, both ways. */
    private record Bonds(Ranked<UUID, Ranked<UUID, UUID>> members, Ranked<UUID, Belonging> belongings) {
        Belonging of(UUID person) {
            Belonging found = belongings.find(person);
            return found == null ? Belonging.NONE : found;
        }

        Bonds with(UUID group, Ranked<UUID, UUID> people) {
            return new Bonds(people.size() == 0 ? members.without(group) : members.with(group, people), belongings);
        }

        Bonds with(UUID person, Belonging belonging) {
            return new Bonds(members, belongings.with(person, belonging));
        }
    }

    /**
     * What groups a person is in.
     *
     * @param changed when they last joined or left one
     */
    record Belonging(List<UUID> groups, Instant changed) {
        static final Belonging NONE = new Belonging(List.of(), Instant.MIN);

        Belonging joined(UUID group) {
            if (groups.contains(group)) {
                return this;
            }
            List<UUID> more = new ArrayList<>(groups);
            more.add(group);
            return new Belonging(List.copyOf(more), changed);
        }

        Belonging left(UUID group) {
            return new Belonging(
                    groups.stream().filter(each -> !each.equals(group)).toList(), changed);
        }

        Belonging at(Instant moment) {
            return new Belonging(groups, moment);
        }
    }

    private Groups(
            Ranked<UUID, Group> all, Listed<Group> listed, Index<String> names, Index<String> externals, Bonds bonds) {
        this.all = all;
        this.listed = listed;
        this.names = names;
        this.externals = externals;
        this.bonds = bonds;
    }

    static Groups none() {
        return new Groups(
                Ranked.empty(BY_ID),
                Listed.empty(Groups::place),
                Index.empty(),
                Index.empty(),
                new Bonds(Ranked.empty(BY_ID), Ranked.empty(BY_ID)));
    }

    private static Place place(Group group) {
        return new Place(group.meta().born(), group.id());
    }

    Groups with(Regroup change) {
        Group group = change.group();
        UUID id = group.id();
        Group before = all.find(id);
        Group now = change.isDeleted() ? null : group;
        Listed<Group> others = before == null ? listed : listed.without(before);
        return new Groups(
                now == null ? all.without(id) : all.with(id, now),
                now == null ? others : others.with(now),
                names.moved(id, name(before), name(now)),
                externals.moved(id, externalId(before), externalId(now)),
                bonds(change));
    }

    private Bonds bonds(Regroup change) {
        UUID group = change.group().id();
        Ranked<UUID, UUID> before = in(group);
        List<UUID> leaving = new ArrayList<>(change.left());
        if (change.isDeleted()) {
            before.each(leaving::add);
        }
        Ranked<UUID, UUID> members = before;
        Bonds next = bonds;
        for (UUID person : leaving) {
            members = members.without(person);
            next = next.with(person, next.of(person).left(group));
        }
        for (UUID person : change.joined()) {
            members = members.with(person, person);
            next = next.with(person, next.of(person).joined(group));
        }
        return next.with(group, members);
    }

    /** Somebody joined or left a group at that moment. */
    Groups regrouped(UUID person, Instant at) {
        Bonds next = bonds.with(person, bonds.of(person).at(at));
        return new Groups(all, listed, names, externals, next);
    }

    private static @Nullable String name(@Nullable Group group) {
        return group == null ? null : Folded.of(group.name());
    }

    private static @Nullable String externalId(@Nullable Group group) {
        return group == null ? null : group.externalId();
    }

    private Ranked<UUID, UUID> in(UUID group) {
        Ranked<UUID, UUID> found = bonds.members.find(group);
        return found == null ? NOBODY : found;
    }

    public @Nullable Group find(UUID id) {
        return all.find(id);
    }

    /** The groups this person is in, in the order in which those were made. */
    public List<Group> of(UUID person) {
        List<UUID> ids = bonds.of(person).groups();
        if (ids.isEmpty()) {
            return List.of();
        }
        return ids.stream()
                .map(this::find)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Groups::place))
                .toList();
    }

    /** Whether this person is in no group and never was. */
    boolean isInNone(UUID person) {
        return bonds.of(person).equals(Belonging.NONE);
    }

    /** When this person last joined or left a group, {@link Instant#MIN} if never. */
    Instant changed(UUID person) {
        return bonds.of(person).changed();
    }

    /** How many are in this group. */
    public int size(UUID group) {
        return in(group).size();
    }

    /**
     * The people in this group, in a fixed order.
     *
     * @param called only those whose ids these are; empty for all
     */
    List<UUID> members(UUID group, Optional<Set<String>> called) {
        Ranked<UUID, UUID> all = in(group);
        if (called.isPresent()) {
            return called.get().stream()
                    .flatMap(text -> Ids.read(text).stream())
                    .filter(id -> all.find(id) != null)
                    .sorted()
                    .toList();
        }
        List<UUID> members = new ArrayList<>(all.size());
        all.each(members::add);
        return members;
    }

    Page<Group> find(Query query, Function<Group, Document> shown) {
        return listed.find(query, new Asking<>(shown, few(query.filter())));
    }

    private @Nullable List<Group> few(@Nullable Criterion filter) {
        for (Criterion.Equality term : filter == null ? List.<Criterion.Equality>of() : filter.equalities()) {
            List<UUID> ids = switch (term.attribute()) {
                case "id" -> Ids.read(term.value());
                case "displayname" -> names.find(Folded.of(term.value()));
                case "externalid" -> externals.find(term.value());
                case "members.value" ->
                    Ids.read(term.value()).stream()
                            .flatMap(person -> bonds.of(person).groups().stream())
                            .toList();
                default -> null;
            };
            if (ids != null) {
                return ids.stream().map(this::find).filter(Objects::nonNull).toList();
            }
        }
        return null;
    }
}
