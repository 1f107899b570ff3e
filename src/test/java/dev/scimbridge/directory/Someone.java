package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.scim.Samples;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records of people as tests need them; {@link User} itself has the words to change one. */
public final class Someone {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final UUID NAMESPACE = UUID.fromString("5d4b6f0e-0d5c-4ad0-8a5f-9b1d5a1f6a10");
    public static final AccountType ANALYST = new AccountType("ANALYST");

    private Someone() {}

    /** Somebody nobody has written to, whom no listing has. */
    public static User called(String address) {
        return new User(
                Identity.mint(NAMESPACE, Address.of(address), 0),
                Said.NOTHING,
                null,
                null,
                Observation.ABSENT,
                Account.NONE,
                new Course(State.UNMANAGED, "nobody has written to them", NOON, null),
                new Meta(1, 1, 1, NOON, NOON));
    }

    /** Somebody found in the workspace. */
    public static User member(String address, AccountType type) {
        return called(address)
                .observed(Observation.of(new Observed.Active(uid(address), type)))
                .known(new Account(address, "Max Miller", uid(address)));
    }

    /** Somebody found in the workspace about whom an identity provider has said this, and who stands so. */
    public static User managed(String address, AccountType type, String said) {
        return saying(member(address, type), said)
                .wishing(met(new Desired.Active(type, null)))
                .on(course(State.SETTLED));
    }

    /** Somebody whose open invite nobody has taken up. */
    public static User invited(String address, AccountType type, String said) {
        return saying(called(address), said)
                .observed(Observation.of(new Observed.Invited(type)))
                .wishing(met(new Desired.Active(type, null)))
                .on(course(State.WAITING_FOR_SIGNUP));
    }

    public static User saying(User user, String said) {
        return user.saying(new Said(Samples.user(said), null, "okta"));
    }

    /** The same person after the workspace was seen without them. */
    public static User gone(User user) {
        return user.observed(new Observation(new Observed.Gone(), true, null));
    }

    /** Kept back by a guard. */
    public static User held(User user, Desired desired) {
        return user.holding(new Held(desired, Guards.LEAVER_BRAKE, "too many", NOON, null))
                .on(course(State.HELD));
    }

    public static User born(User user, long revision) {
        return user.with(new Meta(user.meta().version(), revision, 1, NOON, NOON));
    }

    public static Course course(State state) {
        return new Course(state, "because", NOON, null);
    }

    public static Wish met(Desired desired) {
        Wish wish = Wish.of(desired, NOON);
        return new Wish(desired, true, wish.since(), wish.invites(), wish.sets());
    }

    public static Desired active(@Nullable AccountType type) {
        return new Desired.Active(type, null);
    }

    public static String uid(String address) {
        return "uid-of-" + address;
    }
}
