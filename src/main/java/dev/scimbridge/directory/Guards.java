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
 * @param maxDeactivations within a sliding hour, null for the larger of 10 and 5 % of the active people
 */
public record Guards(Set<String> protectedPeople, @Nullable Integer maxDeactivations) {
    public static final String LAST_ADMIN = "last-admin";
    public static final String PROTECTED = "protected";
    public static final String LEAVER_BRAKE = "leaver-brake";

    /** While the brake is on, single leavers still pass at this rate. */
    private static final int TRICKLE = 2;

    private static final Duration TRICKLE_WINDOW = Duration.ofMinutes(10);
    private static final Duration WINDOW = Duration.ofHours(1);

    /** What the guards count; each is asked for only when it is needed. */
    public interface Census {
        /** Others who are active admins and are to stay so. */
        int otherAdmins();

        int active();

        /** How many different people were deactivated after that moment. */
        int deactivatedSince(Instant moment);

        /** Whether the leaver brake is latched. */
        boolean isBraked();
    }

    public Guards {
        protectedPeople = Set.copyOf(protectedPeople);
    }

    /** Why this wish must wait, empty if it may be carried out. */
    public Optional<Held> against(User user, Desired next, Census census, Instant now) {
        if (!(user.observation().state() instanceof Observed.Active account) || !takesAway(account, next)) {
            return Optional.empty();
        }
        if (isProtected(user, account)) {
            return held(
                    next, PROTECTED, user.identity().address() + " is on the protected list (guards.protected)", now);
        }
        if (isLastAdmin(account, census)) {
            return held(next, LAST_ADMIN, user.identity().address() + " is the last ADMIN of the workspace", now);
        }
        return next.leaves() ? braked(next, census, now) : Optional.empty();
    }

    /**
     * How long to leave a held person alone before asking again. Another admin may appear at any moment; who waits for somebody is told when they are there.
     */
    public static Duration patience(Held held) {
        if (held.until() != null) {
            return Duration.ofHours(1);
        }
        return held.guard().equals(LAST_ADMIN) ? Duration.ofSeconds(5) : Duration.ofMinutes(1);
    }

    /** Asked again on a fresh listing, before the lever: only whether it would lock everybody out. */
    public Optional<Held> atLever(User user, Desired next, Census census, Instant now) {
        boolean last = user.observation().state() instanceof Observed.Active account
                && takesAway(account, next)
                && isLastAdmin(account, census);
        return last
                ? held(next, LAST_ADMIN, user.identity().address() + " is the last ADMIN of the workspace", now)
                : Optional.empty();
    }

    /** Whether taking something from this account would leave the workspace without an admin. */
    private static boolean isLastAdmin(Observed.Active account, Census census) {
        return account.type().equals(AccountType.ADMIN) && census.otherAdmins() == 0;
    }

    /** Whether a further leaver would be more than an hour may have, so that the brake has to latch. */
    public boolean trips(Census census, Instant now) {
        return !census.isBraked() && census.deactivatedSince(now.minus(WINDOW)) >= limit(census);
    }

    private Optional<Held> braked(Desired next, Census census, Instant now) {
        boolean trickling = census.deactivatedSince(now.minus(TRICKLE_WINDOW)) < TRICKLE;
        boolean held = trips(census, now) || (census.isBraked() && !trickling);
        return held
                ? held(
                        next,
                        LEAVER_BRAKE,
                        "more people are being deactivated than an hour may have (" + limit(census)
                                + "); it is remembered and done when an operator releases the brake, or as others are let through",
                        now)
                : Optional.empty();
    }

    private int limit(Census census) {
        return maxDeactivations == null ? Math.max(10, census.active() / 20) : maxDeactivations;
    }

    private boolean isProtected(User user, Observed.Active account) {
        return protectedPeople.contains(user.identity().address().value())
                || account.uids().stream().anyMatch(protectedPeople::contains);
    }

    private static boolean takesAway(Observed.Active account, Desired next) {
        return next.match(new Desired.Cases<>() {
            @Override
            public Boolean active(Desired.Active wish) {
                AccountType said = wish.type();
                return said != null && account.type().isPrivileged() && !said.equals(account.type());
            }

            @Override
            public Boolean inactive() {
                return true;
            }

            @Override
            public Boolean deleted() {
                return true;
            }
        });
    }

    private static Optional<Held> held(Desired next, String guard, String why, Instant now) {
        return Optional.of(new Held(next, guard, why, now, null));
    }
}
