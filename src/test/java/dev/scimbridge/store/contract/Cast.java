package dev.scimbridge.store.contract;

import dev.scimbridge.directory.Account;
import dev.scimbridge.directory.Course;
import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.Identity;
import dev.scimbridge.directory.Meta;
import dev.scimbridge.directory.Said;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.scim.Document;
import java.time.Instant;
import java.util.UUID;

/** The people of the store's tests. */
public final class Cast {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final UUID NAMESPACE = UUID.fromString("5d4b6f0e-0d5c-4ad0-8a5f-9b1d5a1f6a10");
    public static final Desired INACTIVE = new Desired.Inactive();

    private Cast() {}

    /** Somebody nobody has written to and no listing has shown. */
    public static User stranger(String address) {
        Identity identity = Identity.mint(NAMESPACE, Address.of(address), 0);
        Course course = new Course(State.UNMANAGED, "nobody has written to them", NOON, null);
        Meta meta = new Meta(1, 1, 1, NOON, NOON);
        return new User(identity, Said.NOTHING, null, null, Observation.NONE, Account.NONE, course, meta);
    }

    /** Somebody who works there, and about whom nothing was said. */
    public static User member(String address, AccountType type) {
        return stranger(address).observed(Observation.of(new Observed.Active("uid-of-" + address, type)));
    }

    public static User named(User user, String userName) {
        return user.saying(new Said(Document.EMPTY.with("userName", userName), null, "okta"));
    }

    public static User desired(User user, Desired desired) {
        return user.wishing(Wish.of(desired, NOON));
    }

    public static Desired active(AccountType type) {
        return new Desired.Active(type, null);
    }

    public static User due(User user, Instant due) {
        return user.on(new Course(State.PENDING, "there is something to do", NOON, due));
    }

    public static User held(User user, Desired desired) {
        return user.holding(new Held(desired, "last-admin", "the last admin cannot be taken away", NOON, null, "okta"));
    }

    public static User version(User user, long version) {
        Meta meta = user.meta();
        return user.with(new Meta(version, meta.born(), meta.shown(), meta.created(), meta.modified()));
    }

    public static User born(User user, long revision) {
        Meta meta = user.meta();
        return user.with(new Meta(meta.version(), revision, meta.shown(), meta.created(), meta.modified()));
    }

    public static User next(User user) {
        return version(user, user.meta().version() + 1);
    }
}
