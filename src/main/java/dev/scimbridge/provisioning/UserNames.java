package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.store.Transaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A userName belongs to one person, whichever case it is written in, and so does an address. What another write says
 * counts before anybody can read it.
 */
final class UserNames {
    private final Directory directory;

    UserNames(Directory directory) {
        this.directory = directory;
    }

    /** The rule for a record that is to be written; a leaver is not refused for a name. */
    void check(Transaction tx, User next, @Nullable User before) {
        String name = said(next);
        if (name == null || next.isLeaver()) {
            return;
        }
        User same = before != null && name.equalsIgnoreCase(said(before)) ? before : null;
        if (same != null && !same.isLeaver()) {
            return;
        }
        // Who comes back with the name they had may have been given it while leaving, when it was somebody's.
        boolean taken = same == null
                ? Stream.concat(given(tx, name), known(tx, name)).anyMatch(each -> isOther(each, next))
                : given(tx, name).anyMatch(each -> isOther(each, next) && !each.isLeaver());
        if (taken) {
            throw taken();
        }
    }

    static ScimProblem taken() {
        return ScimProblem.uniqueness("there is a user with this userName or address already");
    }

    private static boolean isOther(User holder, User next) {
        return !holder.isDeleted() && !holder.id().equals(next.id());
    }

    private static Stream<User> given(Transaction tx, String name) {
        return Stream.concat(tx.people().named(name).stream(), tx.intents().named(name).stream());
    }

    /** Who is shown by this name without having been given it, and the latest whose address it is. */
    private Stream<User> known(Transaction tx, String name) {
        List<User> known = new ArrayList<>();
        Optional.ofNullable(directory.snapshot().people().named(name)).ifPresent(known::add);
        Address address = Address.read(name);
        if (address != null) {
            Stream.concat(tx.people().at(address).stream(), tx.intents().at(address).stream())
                    .max(Comparator.comparingInt(each -> each.identity().generation()))
                    .ifPresent(known::add);
        }
        return known.stream();
    }

    private static @Nullable String said(User user) {
        return user.said().document().text("userName");
    }
}
