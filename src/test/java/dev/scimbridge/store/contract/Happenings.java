package dev.scimbridge.store.contract;

import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Teams;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.Transaction;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes of people and groups at random, from a seed; some of them fail after they have written. */
final class Happenings {
    static final int KINDS = Kind.values().length;
    private static final int PEOPLE = 12;
    private static final int GROUPS = 6;
    private static final List<String> NAMES =
            List.of("Developers", "DEVELOPERS", "Operators", "Zoë", "ZOË", "a", "b", "c", "d");

    private final Random random;
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);

    private enum Kind {
        PERSON,
        DELETED_PERSON,
        NEW_GROUP,
        MEMBERS,
        RENAMING,
        DELETED_GROUP,
        FAILURE
    }

    Happenings(long seed) {
        random = new Random(seed);
    }

    /** What has come about so far. */
    Set<Kind> kinds() {
        return kinds;
    }

    Store.Work<Object> next() {
        return transaction -> {
            Kind kind = Kind.values()[random.nextInt(KINDS)];
            happen(kind, transaction);
            kinds.add(kind);
            if (kind == Kind.FAILURE) {
                happen(Kind.MEMBERS, transaction);
                happen(Kind.PERSON, transaction);
                throw new IllegalArgumentException("after all that");
            }
            return kind;
        };
    }

    private void happen(Kind kind, Transaction in) {
        UUID id = new UUID(7, random.nextInt(GROUPS));
        Group group = in.groups().find(id);
        switch (kind) {
            case PERSON -> put(in, person(), Cast.active(null));
            case DELETED_PERSON -> delete(in, person());
            case NEW_GROUP -> create(in, id, group);
            case DELETED_GROUP -> in.groups().delete(Teams.next(there(group), time()));
            case RENAMING -> rename(in, there(group));
            case MEMBERS, FAILURE -> regroup(in, there(group));
        }
    }

    private static Group there(Group group) {
        if (group == null) {
            throw new IllegalArgumentException("there is no such group now");
        }
        return group;
    }

    private User person() {
        return Cast.stranger("p" + random.nextInt(PEOPLE) + "@acme.io");
    }

    private void put(Transaction in, User person, Desired desired) {
        User before = in.people().find(person.id());
        in.people().put(Cast.desired(before == null ? Cast.born(person, in.revision()) : Cast.next(before), desired));
    }

    /** As the bridge does it: the deleted are in no group. */
    private void delete(Transaction in, User person) {
        put(in, person, new Desired.Deleted());
        for (Group group : in.groups().of(person.id())) {
            in.groups().put(Teams.next(group, time()), Set.of(), Set.of(person.id()));
        }
    }

    private void create(Transaction in, UUID id, Group there) {
        if (there != null) {
            throw new IllegalArgumentException("there is one already");
        }
        Group blank = Teams.born(Teams.called(id, freeName(in)), in.revision());
        in.groups().put(blank, some(), Set.of());
    }

    private void rename(Transaction in, Group group) {
        in.groups().put(Teams.renamed(group, freeName(in), time()), Set.of(), Set.of());
    }

    private String freeName(Transaction in) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return in.groups().named(name) == null ? name : "another " + random.nextLong();
    }

    private void regroup(Transaction in, Group group) {
        Set<UUID> some = some();
        Set<UUID> leaving = in.groups().among(group.id(), some);
        Set<UUID> joining = new HashSet<>(some);
        joining.removeAll(leaving);
        in.groups().put(Teams.next(group, time()), joining, leaving);
    }

    private Set<UUID> some() {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> person().id())
                .collect(Collectors.toSet());
    }

    /** Not always later than the one before: a clock may have been set back. */
    private Instant time() {
        return Cast.NOON.plusNanos(1000L * random.nextInt(1_000_000));
    }
}
