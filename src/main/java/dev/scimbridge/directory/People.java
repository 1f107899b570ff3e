package dev.scimbridge.directory;

import dev.scimbridge.directory.Listed.Asking;
import dev.scimbridge.directory.Listed.Place;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Folded;
import dev.scimbridge.scim.Ordering;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everybody on record, as of one commit, and by what they are found. */
public final class People {
    private static final Ordering BY_NAME = Ordering.by("userName", null, ResourceSchema.USER);

    /** So many are put into their places one after the other. */
    private static final int FEW = 32;

    private final Thrift thrift;
    private final Keys keys;
    private final Listed<User> listed;

    /**
     * Several people may have been known by one address or uid: the deleted stay on record. By userName and externalId
     * only readers ask, who do not see them: to have to tell would be one look more at each record.
     */
    private record Keys(
            Soon<Hashed<UUID, User>> ids,
            Soon<Hashed<Address, User>> addresses,
            Soon<Hashed<String, User>> uids,
            Soon<Hashed<String, User>> names,
            Soon<Hashed<String, User>> externals) {

        static final Keys NONE = new Keys(
                Soon.now(Hashed.by(User::id)),
                Soon.now(Hashed.by(user -> user.identity().address())),
                Soon.now(Hashed.by(user -> user.account().uid())),
                Soon.now(Hashed.by(user -> Folded.of(Presentation.userName(user)))),
                Soon.now(Hashed.by(user -> user.said().document().text("externalId"))));

        /** Those by which the first is asked for, first. */
        Keys filled(List<User> all, List<User> present) {
            return new Keys(
                    filled(ids, all),
                    filled(addresses, all),
                    filled(uids, all),
                    filled(names, present),
                    filled(externals, present));
        }

        private static <K> Soon<Hashed<K, User>> filled(Soon<Hashed<K, User>> before, List<User> all) {
            return Soon.beside(() -> before.get().filled(all));
        }

        Keys moved(@Nullable User was, User is) {
            return new Keys(
                    moved(ids, was, is),
                    moved(addresses, was, is),
                    moved(uids, was, is),
                    moved(names, present(was), present(is)),
                    moved(externals, present(was), present(is)));
        }

        private static <K> Soon<Hashed<K, User>> moved(
                Soon<Hashed<K, User>> before, @Nullable User was, @Nullable User is) {
            return Soon.now(before.get().moved(was, is));
        }
    }

    private People(Thrift thrift, Keys keys, Listed<User> listed) {
        this.thrift = thrift;
        this.keys = keys;
        this.listed = listed;
    }

    static People nobody(Presentation presentation) {
        Listed<User> listed =
                Listed.empty(People::place, BY_NAME, user -> new Portrait(presentation, user, Groups.none()));
        return new People(new Thrift(), Keys.NONE, listed);
    }

    private static Place place(User user) {
        return new Place(user.meta().born(), user.id());
    }

    /** The same record as it is kept here, in less room. */
    User kept(User user) {
        return thrift.kept(user);
    }

    /** With all of these, who are as {@link #kept}, where there was nobody. Those of one name or address are in the order of the list, too. */
    People filled(Collection<User> people) {
        List<User> all = listed.sorted(people);
        List<User> present = new ArrayList<>(all);
        present.removeIf(User::isDeleted);
        return new People(thrift, keys.filled(all, present), listed.filled(present));
    }

    /** With these, one after the other. Where they are more than there were before, all are put in their places anew. */
    People with(List<User> changed) {
        if (changed.size() > Math.max(size(), FEW)) {
            Map<UUID, User> all = new LinkedHashMap<>();
            each(user -> all.put(user.id(), user));
            changed.parallelStream().map(this::kept).toList().forEach(user -> all.put(user.id(), user));
            return filled(all.values());
        }
        People later = this;
        for (User user : changed) {
            later = later.with(user);
        }
        return later;
    }

    People with(User changed) {
        User user = thrift.kept(changed);
        User before = keys.ids.get().find(user.id());
        return new People(thrift, keys.moved(before, user), listed.moved(present(before), present(user)));
    }

    private static @Nullable User present(@Nullable User user) {
        return user == null || user.isDeleted() ? null : user;
    }

    /** Somebody who has not been deleted, null if there is none of this id. */
    public @Nullable User find(UUID id) {
        return present(keys.ids.get().find(id));
    }

    /**
     * Whether the record of this id is this very one, which had this id and had not been deleted. Looks at neither, for
     * whoever is deleted has another record from then on.
     */
    public boolean holds(UUID id, Object record) {
        return keys.ids.get().holds(id, record);
    }

    /** Whether an index tells that nobody but this very record can fulfil the condition, if it does. Looks at none. */
    public boolean isOnly(Criterion.Equality condition, Object record) {
        return switch (condition.attribute()) {
            case "username" -> keys.names.get().isOnly(Folded.of(condition.value()), record);
            case "externalid" -> keys.externals.get().isOnly(condition.value(), record);
            default -> false;
        };
    }

    /** The record of this id, deleted or not. */
    public @Nullable User record(UUID id) {
        return keys.ids.get().find(id);
    }

    /** Somebody with this userName (case does not matter) who has not been deleted. */
    public @Nullable User named(String userName) {
        return keys.names.get().find(Folded.of(userName));
    }

    /** The record with this workspace uid, deleted or not. */
    public @Nullable User withUid(String uid) {
        return keys.uids.get().find(uid);
    }

    /** The latest record of this address, deleted or not. */
    public @Nullable User at(Address address) {
        return keys.addresses.get().all(address).stream()
                .max(Comparator.comparingInt(user -> user.identity().generation()))
                .orElse(null);
    }

    /** Everybody on record, deleted or not. */
    public void each(Consumer<User> people) {
        keys.ids.get().each(people);
    }

    /** How many have not been deleted. */
    public int size() {
        return listed.size();
    }

    Page<User> find(Query query, Function<User, ? extends Subject> shown) {
        return listed.find(
                query, new Asking<>(shown, user -> user.said().document().size(), few(query.filter())));
    }

    /** Those among whom all matches must be, null if no index serves. */
    private @Nullable List<User> few(@Nullable Criterion filter) {
        for (Criterion.Equality term : filter == null ? List.<Criterion.Equality>of() : filter.equalities()) {
            List<User> found = switch (term.attribute()) {
                case "id" -> called(Ids.read(term.value()));
                case "username" -> keys.names.get().candidates(Folded.of(term.value()));
                case "externalid" -> keys.externals.get().candidates(term.value());
                default -> null;
            };
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private List<User> called(List<UUID> ids) {
        return ids.stream().map(this::find).filter(Objects::nonNull).toList();
    }
}
