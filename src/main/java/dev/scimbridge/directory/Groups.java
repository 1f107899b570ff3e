package dev.scimbridge.directory;

import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.directory.Listed.Asking;
import dev.scimbridge.directory.Listed.Place;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Folded;
import dev.scimbridge.scim.Subject;
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
    private static final Ranked<UUID> NOBODY = Ranked.empty(UUID::getMostSignificantBits, Comparator.naturalOrder());
    private static final Groups NONE = new Groups(Keys.NONE, Listed.empty(Groups::place), Bonds.NONE);

    private final Keys keys;
    private final Listed<Group> listed;
    private final Bonds bonds;

    private record Keys(Hashed<UUID, Group> ids, Hashed<String, Group> names, Hashed<String, Group> externals) {
        static final Keys NONE = new Keys(
                Hashed.by(Group::id), Hashed.by(group -> Folded.of(group.name())), Hashed.by(Group::externalId));

        Keys moved(@Nullable Group was, @Nullable Group is) {
            return new Keys(ids.moved(was, is), names.moved(was, is), externals.moved(was, is));
        }
    }

    /** Who is in which group, both ways. */
    private record Bonds(Hashed<UUID, Crew> crews, Hashed<UUID, Belonging> belongings) {
        static final Bonds NONE = new Bonds(Hashed.by(Crew::group), Hashed.by(Belonging::person));

        Belonging of(UUID person) {
            Belonging found = belongings.find(person);
            return found == null ? new Belonging(person, List.of(), Instant.MIN) : found;
        }

        Ranked<UUID> in(UUID group) {
            Crew found = crews.find(group);
            return found == null ? NOBODY : found.people;
        }

        Bonds with(Crew crew) {
            Crew next = crew.people.size() == 0 ? null : crew;
            return new Bonds(crews.moved(crews.find(crew.group), next), belongings);
        }

        Bonds with(Belonging belonging) {
            return new Bonds(crews, belongings.moved(belongings.find(belonging.person), belonging));
        }
    }

    /** Who is in a group. */
    private record Crew(UUID group, Ranked<UUID> people) {}

    /**
     * What groups a person is in.
     *
     * @param changed when they last joined or left one
     */
    private record Belonging(UUID person, List<UUID> groups, Instant changed) {
        Belonging joined(UUID group) {
            if (groups.contains(group)) {
                return this;
            }
            List<UUID> more = new ArrayList<>(groups);
            more.add(group);
            return new Belonging(person, List.copyOf(more), changed);
        }

        Belonging left(UUID group) {
            List<UUID> fewer =
                    groups.stream().filter(each -> !each.equals(group)).toList();
            return new Belonging(person, fewer, changed);
        }

        Belonging at(Instant moment) {
            return new Belonging(person, groups, moment);
        }
    }

    private Groups(Keys keys, Listed<Group> listed, Bonds bonds) {
        this.keys = keys;
        this.listed = listed;
        this.bonds = bonds;
    }

    static Groups none() {
        return NONE;
    }

    private static Place place(Group group) {
        return new Place(group.meta().born(), group.id());
    }

    Groups with(Regroup change) {
        Group group = change.group();
        UUID id = group.id();
        Group before = keys.ids.find(id);
        Group now = change.isDeleted() ? null : group;
        return new Groups(keys.moved(before, now), listed.moved(before, now), bonds(change));
    }

    private Bonds bonds(Regroup change) {
        UUID group = change.group().id();
        Ranked<UUID> before = bonds.in(group);
        List<UUID> leaving = new ArrayList<>(change.left());
        if (change.isDeleted()) {
            before.each(leaving::add);
        }
        Ranked<UUID> members = before;
        Bonds next = bonds;
        for (UUID person : leaving) {
            members = members.without(person);
            next = next.with(next.of(person).left(group));
        }
        for (UUID person : change.joined()) {
            members = members.with(person);
            next = next.with(next.of(person).joined(group));
        }
        return next.with(new Crew(group, members));
    }

    /** Somebody joined or left a group at that moment. */
    Groups regrouped(UUID person, Instant at) {
        return new Groups(keys, listed, bonds.with(bonds.of(person).at(at)));
    }

    public @Nullable Group find(UUID id) {
        return keys.ids.find(id);
    }

    /** Whether the group of this id is this very record, which had this id. Looks at neither. */
    public boolean holds(UUID id, Object record) {
        return keys.ids.holds(id, record);
    }

    /** Whether an index tells that no group but this very record can fulfil the condition, if it does. Looks at none. */
    public boolean isOnly(Criterion.Equality condition, Object record) {
        return switch (condition.attribute()) {
            case "displayname" -> keys.names.isOnly(Folded.of(condition.value()), record);
            case "externalid" -> keys.externals.isOnly(condition.value(), record);
            default -> false;
        };
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

    /** Whether this person is in no group and never was; whose id it is need not be known where nobody was. */
    boolean isInNone(User person) {
        return bonds.belongings.isEmpty() || bonds.belongings.find(person.id()) == null;
    }

    /** When this person last joined or left a group, {@link Instant#MIN} if never. */
    Instant changed(UUID person) {
        return bonds.of(person).changed();
    }

    /** How many are in this group. */
    public int size(UUID group) {
        return bonds.in(group).size();
    }

    /**
     * The people in this group, in a fixed order.
     *
     * @param called only those whose ids these are; empty for all
     */
    List<UUID> members(UUID group, Optional<Set<String>> called) {
        Ranked<UUID> all = bonds.in(group);
        if (called.isPresent()) {
            return called.get().stream()
                    .flatMap(text -> Ids.read(text).stream())
                    .filter(all::has)
                    .sorted()
                    .toList();
        }
        List<UUID> members = new ArrayList<>(all.size());
        all.each(members::add);
        return members;
    }

    Page<Group> find(Query query, Function<Group, ? extends Subject> shown) {
        return listed.find(query, new Asking<>(shown, group -> group.said().size(), few(query.filter())));
    }

    private @Nullable List<Group> few(@Nullable Criterion filter) {
        for (Criterion.Equality term : filter == null ? List.<Criterion.Equality>of() : filter.equalities()) {
            List<Group> found = switch (term.attribute()) {
                case "id" -> named(Ids.read(term.value()));
                case "displayname" -> keys.names.candidates(Folded.of(term.value()));
                case "externalid" -> keys.externals.candidates(term.value());
                case "members.value" ->
                    Ids.read(term.value()).stream()
                            .flatMap(person -> of(person).stream())
                            .toList();
                default -> null;
            };
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private List<Group> named(List<UUID> ids) {
        return ids.stream().map(this::find).filter(Objects::nonNull).toList();
    }
}
