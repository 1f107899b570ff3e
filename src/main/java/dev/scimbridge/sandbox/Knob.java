package dev.scimbridge.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something the real workspace's documentation leaves open, and which a client must therefore survive either way.
 *
 * @param <T> what it can be turned to
 */
public final class Knob<T> {
    /** What happens to an invite for an address that has one already. */
    public enum Reinvite {
        REFUSED,
        /** The same invite starts anew, its account type untouched. */
        OK,
        /** A second entry beside the first. */
        DUPLICATED,
        /** The same invite starts anew, with the new account type. */
        REPLACED
    }

    /** What happens to an invite for somebody who has signed up. */
    public enum InviteActive {
        REFUSED,
        /** Answered ok, and nothing happens. */
        IGNORED
    }

    /** What happens to an invite for somebody who was disabled. */
    public enum InviteDisabled {
        REFUSED,
        /** They are invited; signing up brings back the old uid. */
        OK
    }

    /** What happens to a call that asks for what is so already. */
    public enum Again {
        OK,
        REFUSED
    }

    /** Whether the workspace lets go of its last admin. */
    public enum LastAdmin {
        ALLOWED,
        REFUSED
    }

    /** Whether disabled people stay among the active ones in a listing. */
    public enum DisabledListed {
        NO,
        YES
    }

    /** The word for an open invite: the documentation has one, the vendor's library another. */
    public enum OpenInvite {
        ACTIVE,
        SENT
    }

    /** How long a change takes to show in a listing. */
    public static final Knob<Duration> LISTING_LAG =
            new Knob<>("listing-lag", Duration.ZERO, Duration::parse, "an ISO-8601 duration");

    /** How long after a cut call it is carried out after all. */
    public static final Knob<Optional<Duration>> LATE_EXECUTION = patience("late-execution");

    /** How long people take to accept an invite. */
    public static final Knob<Optional<Duration>> ACCEPT_AFTER = patience("accept-after");

    public static final Knob<DisabledListed> DISABLED_LISTED = choice("disabled-listed", DisabledListed.NO);
    public static final Knob<OpenInvite> OPEN_INVITE = choice("open-invite", OpenInvite.ACTIVE);
    public static final Knob<Reinvite> REINVITE_OPEN = choice("reinvite-open", Reinvite.REFUSED);
    public static final Knob<Reinvite> REINVITE_EXPIRED = choice("reinvite-expired", Reinvite.REPLACED);
    public static final Knob<InviteActive> INVITE_ACTIVE = choice("invite-active", InviteActive.REFUSED);
    public static final Knob<InviteDisabled> INVITE_DISABLED = choice("invite-disabled", InviteDisabled.REFUSED);
    public static final Knob<Again> SECOND_DISABLE = choice("second-disable", Again.OK);
    public static final Knob<LastAdmin> LAST_ADMIN = choice("last-admin", LastAdmin.ALLOWED);

    /** Every knob there is. */
    public static final List<Knob<?>> ALL = List.of(
            LISTING_LAG,
            LATE_EXECUTION,
            ACCEPT_AFTER,
            DISABLED_LISTED,
            OPEN_INVITE,
            REINVITE_OPEN,
            REINVITE_EXPIRED,
            INVITE_ACTIVE,
            INVITE_DISABLED,
            SECOND_DISABLE,
            LAST_ADMIN);

    private static final String NEVER = "never";

    private final String name;
    private final T usual;
    private final Function<String, T> reading;
    private final String choices;

    private Knob(String name, T usual, Function<String, T> reading, String choices) {
        this.name = name;
        this.usual = usual;
        this.reading = reading;
        this.choices = choices;
    }

    private static Knob<Optional<Duration>> patience(String name) {
        return new Knob<>(
                name,
                Optional.empty(),
                word -> word.equals(NEVER) ? Optional.empty() : Optional.of(Duration.parse(word)),
                "an ISO-8601 duration or never");
    }

    private static <E extends Enum<E>> Knob<E> choice(String name, E usual) {
        List<E> values = Arrays.asList(usual.getDeclaringClass().getEnumConstants());
        return new Knob<>(
                name,
                usual,
                word -> values.stream()
                        .filter(value -> word(value).equals(word))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such choice")),
                String.join(", ", values.stream().map(Knob::word).toList()));
    }

    /** The knob of that name. */
    public static Knob<?> named(String name) {
        return ALL.stream()
                .filter(knob -> knob.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no knob is named " + name));
    }

    /** What the control door calls it. */
    public String name() {
        return name;
    }

    /** Where it stands unless somebody turns it. */
    public T usual() {
        return usual;
    }

    /** What a word means on this knob. */
    T read(String word) {
        try {
            return reading.apply(word);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(name + " is one of: " + choices + "; not " + word, unreadable);
        }
    }

    /** The word for a value of any knob. */
    static String word(Object value) {
        if (value instanceof Optional<?> patience) {
            return patience.map(Object::toString).orElse(NEVER);
        }
        return value instanceof Enum<?> choice ? choice.name().toLowerCase(Locale.ROOT) : value.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
