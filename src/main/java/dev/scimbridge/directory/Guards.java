package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is locked out, and no mistake becomes a mass. A guard never drops what was asked: it holds it, says why, and
 * lets it pass when the reason is gone.
 *
 * @param protectedPeople addresses (lower case) and uids that are never disabled or demoted by the bridge
 */
public record Guards(Limits limits, Set<String> protectedPeople) {
    public static final String LAST_ADMIN = "last-admin";
    public static final String PROTECTED = "protected";

    /** What somebody belongs to another connection says; only {@link Held} has it here. */
    public static final String CONNECTION = "connection";

    public static final String LEAVER_BRAKE = Brake.LEAVER.guard();

    /** While a brake that takes something away is on, single people still pass at this rate. */
    private static final int TRICKLE = 2;

    private static final Duration TRICKLE_WINDOW = Duration.ofMinutes(10);
    private static final Duration WINDOW = Duration.ofHours(1);

    /**
     * How many in a sliding hour.
     *
     * @param deactivations of demotions as many, counted by themselves; null for the larger of 10 and 5 % of the active
     * @param invitations null for the larger of 100 and 25 % of the active people
     * @param grants of a privileged type
     */
    public record Limits(
            @Nullable Integer deactivations, @Nullable Integer invitations, int grants) {
        static final int GRANTS = 5;
        private static final int LEAST_DEACTIVATIONS = 10;
        private static final int LEAST_INVITATIONS = 100;

        int of(Brake brake, Census census) {
            return switch (brake) {
                case LEAVER, DEMOTION ->
                    deactivations == null ? Math.max(LEAST_DEACTIVATIONS, census.active() / 20) : deactivations;
                case GRANT -> grants;
                case INVITATION -> invitations == null ? Math.max(LEAST_INVITATIONS, census.active() / 4) : invitations;
            };
        }
    }

    /** What the guards count; each is asked for only when it is needed. */
    public interface Census {
        /** Whether anybody else is an active admin and is to stay so. */
        boolean hasOtherAdmin();

        int active();

        /** How many different people were counted by this brake after that moment. */
        int since(Brake brake, Instant moment);

        /** Since when it is latched, null if it is not. */
        @Nullable
        Instant latched(Brake brake);

        /** When an operator last released it, null if none did. */
        @Nullable
        Instant released(Brake brake);
    }

    /**
     * What is to be done to somebody.
     *
     * @param brakes what it would be counted as
     * @param since when it was asked
     */
    public record Plea(User user, Desired desired, Set<Brake> brakes, Instant since) {
        public Plea {
            brakes = Set.copyOf(brakes);
        }

        public static Plea of(User user, Desired desired, Instant since) {
            return new Plea(user, desired, Brake.of(user.observation().state(), desired), since);
        }
    }

    public Guards(Set<String> protectedPeople, @Nullable Integer maxDeactivations) {
        this(new Limits(maxDeactivations, null, Limits.GRANTS), protectedPeople);
    }

    public Guards {
        protectedPeople = Set.copyOf(protectedPeople);
    }

    /** Why this must wait, empty if it may be carried out. */
    public Optional<Held> against(Plea plea, Census census, Instant now) {
        if (takesAway(plea) && isProtected(plea.user)) {
            return Optional.of(held(plea, PROTECTED, address(plea) + " is on the protected list (guards.protected)"));
        }
        Optional<Held> last = lastAdmin(plea, census);
        if (last.isPresent()) {
            return last;
        }
        for (Brake brake : Brake.values()) {
            if (plea.brakes.contains(brake) && stops(brake, plea, census, now)) {
                return Optional.of(held(plea, brake.guard(), words(brake, census)));
            }
        }
        return Optional.empty();
    }

    /** Only whether it would lock everybody out: asked again on a fresh listing, before the lever. */
    public Optional<Held> lastAdmin(Plea plea, Census census) {
        return takesAway(plea) && isAdmin(plea.user) && !census.hasOtherAdmin()
                ? Optional.of(held(plea, LAST_ADMIN, address(plea) + " is the last ADMIN of the workspace"))
                : Optional.empty();
    }

    /** Whether an operator has let everybody pass who was held by this brake by then. */
    public static boolean isReleased(Brake brake, Instant since, Census census) {
        Instant released = census.released(brake);
        return released != null && !since.isAfter(released);
    }

    /**
     * How long to leave a held person alone before asking again, null for until something is said. Another admin may
     * appear at any moment; who waits for somebody is told when they are there; a brake that lets nobody through while it
     * is latched is released by somebody who says so.
     */
    public static @Nullable Duration patience(Held held) {
        Brake brake = Brake.of(held.guard());
        if (held.guard().equals(CONNECTION) || (brake != null && !brake.takesAway())) {
            return null;
        }
        if (held.until() != null) {
            return Duration.ofHours(1);
        }
        return held.guard().equals(LAST_ADMIN) ? Duration.ofSeconds(5) : Duration.ofMinutes(1);
    }

    private boolean stops(Brake brake, Plea plea, Census census, Instant now) {
        if (isReleased(brake, plea.since, census)) {
            return false;
        }
        if (census.latched(brake) != null) {
            return !brake.takesAway() || census.since(brake, now.minus(TRICKLE_WINDOW)) >= TRICKLE;
        }
        Instant released = census.released(brake);
        Instant hour = now.minus(WINDOW);
        Instant from = released != null && released.isAfter(hour) ? released : hour;
        return census.since(brake, from) >= limits.of(brake, census);
    }

    private String words(Brake brake, Census census) {
        String until = brake.takesAway()
                ? "; it is remembered and done when an operator releases the brake, or as others are let through"
                : "; it is remembered, and nothing of the kind is done until an operator releases the brake";
        return brake.words() + " (" + limits.of(brake, census) + ")" + until;
    }

    private static boolean takesAway(Plea plea) {
        return plea.brakes.stream().anyMatch(Brake::takesAway);
    }

    private static boolean isAdmin(User user) {
        return user.observation().state() instanceof Observed.Active account
                && account.type().equals(AccountType.ADMIN);
    }

    private boolean isProtected(User user) {
        return protectedPeople.contains(user.identity().address().value())
                || (user.observation().state() instanceof Observed.Active account
                        && account.uids().stream().anyMatch(protectedPeople::contains));
    }

    private static String address(Plea plea) {
        return plea.user.identity().address().value();
    }

    private static Held held(Plea plea, String guard, String why) {
        return new Held(plea.desired, guard, why, plea.since, null);
    }
}
