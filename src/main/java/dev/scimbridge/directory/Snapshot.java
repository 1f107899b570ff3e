package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everybody, as of one commit. Immutable: a change makes a new one in O(log n), and whoever reads an old one sees it
 * whole. All reads are answered from it.
 */
public final class Snapshot {
    private static final Comparator<User> AS_FIRST_KNOWN =
            Comparator.<User>comparingLong(user -> user.meta().born()).thenComparing(User::id);

    private final Presentation presentation;
    private final Ranked<UUID, User> all;
    private final Ranked<User, User> listed;
    private final Index<Address> addresses;
    private final Index<String> uids;
    private final Index<String> names;
    private final Index<String> externals;

    private Snapshot(
            Presentation presentation,
            Ranked<UUID, User> all,
            Ranked<User, User> listed,
            List<Index<String>> texts,
            Index<Address> addresses) {
        this.presentation = presentation;
        this.all = all;
        this.listed = listed;
        this.addresses = addresses;
        this.uids = texts.get(0);
        this.names = texts.get(1);
        this.externals = texts.get(2);
    }

    public static Snapshot empty(Presentation presentation) {
        Index<String> none = Index.empty();
        return new Snapshot(
                presentation,
                Ranked.empty(Comparator.<UUID>naturalOrder()),
                Ranked.empty(AS_FIRST_KNOWN),
                List.of(none, none, none),
                Index.empty());
    }

    /** With this person as they are now. */
    public Snapshot with(User user) {
        User before = all.find(user.id());
        UUID id = user.id();
        Ranked<User, User> visible = before == null ? listed : listed.without(before);
        return new Snapshot(
                presentation,
                all.with(id, user),
                user.isDeleted() ? visible : visible.with(user, user),
                List.of(
                        moved(uids, before, user, Snapshot::uid),
                        moved(names, before, user, this::userName),
                        moved(externals, before, user, Snapshot::externalId)),
                addresses.plus(user.identity().address(), id));
    }

    /** How a person is known under one index, null if not at all. */
    private interface Key {
        @Nullable
        String of(User user);
    }

    private static Index<String> moved(Index<String> index, @Nullable User before, User now, Key key) {
        String was = before == null ? null : key.of(before);
        String is = key.of(now);
        if (was != null && was.equals(is)) {
            return index;
        }
        Index<String> left = was == null ? index : index.minus(was, now.id());
        return is == null ? left : left.plus(is, now.id());
    }

    /** Somebody who has not been deleted, null if there is none of this id. */
    public @Nullable User find(UUID id) {
        User user = all.find(id);
        return user == null || user.isDeleted() ? null : user;
    }

    /** The record of this id, deleted or not. */
    public @Nullable User record(UUID id) {
        return all.find(id);
    }

    /** Somebody with this userName (case does not matter) who has not been deleted. */
    public @Nullable User named(String userName) {
        return names.find(folded(userName)).stream()
                .map(this::find)
                .filter(user -> user != null)
                .findFirst()
                .orElse(null);
    }

    /** The record with this workspace uid, deleted or not. */
    public @Nullable User withUid(String uid) {
        List<UUID> ids = uids.find(uid);
        return ids.isEmpty() ? null : all.find(ids.get(0));
    }

    /** The latest record of this address, deleted or not. */
    public @Nullable User at(Address address) {
        return addresses.find(address).stream()
                .map(all::find)
                .filter(user -> user != null)
                .max(Comparator.comparingInt(user -> user.identity().generation()))
                .orElse(null);
    }

    /** Everybody on record, deleted or not. */
    public void each(Consumer<User> people) {
        all.each(people);
    }

    public int size() {
        return listed.size();
    }

    public Page find(Query query) {
        if (query.filter() == null && query.order() == null) {
            List<User> users = new ArrayList<>(Math.min(query.count(), listed.size()));
            listed.slice(query.startIndex() - 1, query.count(), users::add);
            return new Page(listed.size(), query.startIndex(), users);
        }
        List<User> found = matching(query.filter());
        if (query.order() != null) {
            Comparator<Document> order = query.order();
            found.sort(Comparator.comparing(presentation::of, order));
        }
        int from = Math.min(query.startIndex() - 1, found.size());
        int to = (int) Math.min((long) from + query.count(), found.size());
        return new Page(found.size(), query.startIndex(), found.subList(from, to));
    }

    private List<User> matching(@Nullable Criterion filter) {
        List<User> found = new ArrayList<>();
        Consumer<User> test = user -> {
            if (filter == null || filter.matches(presentation.of(user))) {
                found.add(user);
            }
        };
        List<UUID> few = filter == null ? null : byIndex(filter);
        if (few == null) {
            listed.each(test);
        } else {
            few.stream()
                    .map(this::find)
                    .filter(user -> user != null)
                    .sorted(AS_FIRST_KNOWN)
                    .forEach(test);
        }
        return found;
    }

    /** Those among whom all matches must be, null if no index serves. */
    private @Nullable List<UUID> byIndex(Criterion filter) {
        for (Criterion.Equality term : filter.equalities()) {
            switch (term.attribute()) {
                case "id" -> {
                    return ids(term.value());
                }
                case "username" -> {
                    return names.find(folded(term.value()));
                }
                case "externalid" -> {
                    return externals.find(term.value());
                }
                default -> {}
            }
        }
        return null;
    }

    private static List<UUID> ids(String text) {
        try {
            return List.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return List.of();
        }
    }

    private static @Nullable String uid(User user) {
        return user.account().uid();
    }

    private String userName(User user) {
        String said = user.said().document().text("userName");
        return folded(said == null ? presentation.userName(user) : said);
    }

    private static @Nullable String externalId(User user) {
        return user.said().document().text("externalId");
    }

    /** One form for all that {@link String#equalsIgnoreCase} takes for equal, as filters do. */
    private static String folded(String userName) {
        return userName.codePoints()
                .map(each -> Character.toLowerCase(Character.toUpperCase(each)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Several people may share a key. */
    private record Index<K extends Comparable<K>>(Ranked<K, List<UUID>> entries) {
        static <K extends Comparable<K>> Index<K> empty() {
            return new Index<>(Ranked.empty(Comparator.<K>naturalOrder()));
        }

        List<UUID> find(K key) {
            List<UUID> ids = entries.find(key);
            return ids == null ? List.of() : ids;
        }

        Index<K> plus(K key, UUID id) {
            List<UUID> ids = find(key);
            return ids.contains(id) ? this : changed(key, ids, list -> append(list, id));
        }

        Index<K> minus(K key, UUID id) {
            return changed(
                    key,
                    find(key),
                    list -> list.stream().filter(each -> !each.equals(id)).toList());
        }

        private Index<K> changed(K key, List<UUID> ids, UnaryOperator<List<UUID>> change) {
            List<UUID> next = change.apply(ids);
            return new Index<>(next.isEmpty() ? entries.without(key) : entries.with(key, next));
        }

        private static List<UUID> append(List<UUID> list, UUID id) {
            List<UUID> longer = new ArrayList<>(list);
            longer.add(id);
            return List.copyOf(longer);
        }
    }
}
