package dev.scimbridge.directory;

import dev.scimbridge.directory.Listed.Asking;
import dev.scimbridge.directory.Listed.Place;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Folded;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everybody on record, as of one commit, and by what they are found. */
public final class People {
    private final Presentation presentation;
    private final Thrift thrift;
    private final Ranked<UUID, User> all;
    private final Listed<User> listed;
    private final Index<Address> addresses;
    private final Keys keys;

    /** Several people may have been known by one uid, name or externalId: the deleted stay on record. */
    private record Keys(Index<String> uids, Index<String> names, Index<String> externals) {}

    private People(
            Presentation presentation,
            Thrift thrift,
            Ranked<UUID, User> all,
            Listed<User> listed,
            Index<Address> addresses,
            Keys keys) {
        this.presentation = presentation;
        this.thrift = thrift;
        this.all = all;
        this.listed = listed;
        this.addresses = addresses;
        this.keys = keys;
    }

    static People nobody(Presentation presentation) {
        return new People(
                presentation,
                new Thrift(),
                Ranked.empty(Comparator.<UUID>naturalOrder()),
                Listed.empty(People::place),
                Index.empty(),
                new Keys(Index.empty(), Index.empty(), Index.empty()));
    }

    private static Place place(User user) {
        return new Place(user.meta().born(), user.id());
    }

    People with(User changed) {
        User user = thrift.kept(changed);
        User before = all.find(user.id());
        UUID id = user.id();
        Listed<User> others = before == null ? listed : listed.without(before);
        Keys known = new Keys(
                keys.uids.moved(id, key(before, People::uid), uid(user)),
                keys.names.moved(id, key(before, this::userName), userName(user)),
                keys.externals.moved(id, key(before, People::externalId), externalId(user)));
        return new People(
                presentation,
                thrift,
                all.with(id, user),
                user.isDeleted() ? others : others.with(user),
                addresses.moved(
                        id,
                        before == null ? null : before.identity().address(),
                        user.identity().address()),
                known);
    }

    private static @Nullable String key(@Nullable User user, Function<User, @Nullable String> key) {
        return user == null ? null : key.apply(user);
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
        return keys.names.find(Folded.of(userName)).stream()
                .map(this::find)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The record with this workspace uid, deleted or not. */
    public @Nullable User withUid(String uid) {
        List<UUID> ids = keys.uids.find(uid);
        return ids.isEmpty() ? null : all.find(ids.get(0));
    }

    /** The latest record of this address, deleted or not. */
    public @Nullable User at(Address address) {
        return addresses.find(address).stream()
                .map(all::find)
                .filter(Objects::nonNull)
                .max(Comparator.comparingInt(user -> user.identity().generation()))
                .orElse(null);
    }

    /** Everybody on record, deleted or not. */
    public void each(Consumer<User> people) {
        all.each(people);
    }

    /** How many have not been deleted. */
    public int size() {
        return listed.size();
    }

    Page<User> find(Query query, Function<User, Document> shown) {
        return listed.find(query, new Asking<>(shown, few(query.filter())));
    }

    /** Those among whom all matches must be, null if no index serves. */
    private @Nullable List<User> few(@Nullable Criterion filter) {
        for (Criterion.Equality term : filter == null ? List.<Criterion.Equality>of() : filter.equalities()) {
            List<UUID> ids = switch (term.attribute()) {
                case "id" -> Ids.read(term.value());
                case "username" -> keys.names.find(Folded.of(term.value()));
                case "externalid" -> keys.externals.find(term.value());
                default -> null;
            };
            if (ids != null) {
                return ids.stream().map(this::find).filter(Objects::nonNull).toList();
            }
        }
        return null;
    }

    private static @Nullable String uid(User user) {
        return user.account().uid();
    }

    private String userName(User user) {
        String said = user.said().document().text("userName");
        return Folded.of(said == null ? presentation.userName(user) : said);
    }

    private static @Nullable String externalId(User user) {
        return user.said().document().text("externalId");
    }
}
