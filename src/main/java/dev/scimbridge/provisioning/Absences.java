package dev.scimbridge.provisioning;

import dev.scimbridge.directory.People;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Command;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Trace;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which absences of a listing are believed. One that nobody here caused needs two listings in a row; many at once, or
 * nobody active left, are implausible and wait for an operator, or for a listing that has them again.
 */
final class Absences {
    private static final int FEW = 2;
    private static final int FIFTH = 5;

    private Set<UUID> missedOnce = Set.of();
    private volatile boolean implausible;
    private volatile boolean trusted;

    boolean isImplausible() {
        return implausible;
    }

    /** Whether nobody is missing of whom another listing has to tell. */
    boolean areAllSettled() {
        return !implausible && missedOnce.isEmpty();
    }

    /** An operator says that the next listing is right, however many it lacks. */
    void trust() {
        trusted = true;
    }

    /**
     * Those whose absence is believed, given who was seen. A listing that lacks too many is no proof of any absence, not even
     * of one that the bridge has caused: a leaver would count as gone who is not.
     */
    Set<UUID> believed(People people, Set<UUID> seen) {
        Tally tally = new Tally(seen);
        people.each(tally::count);
        boolean nobodyLeft = tally.active > 0 && tally.activeSeen == 0;
        boolean tooMany = tally.unexplained.size() > Math.max(FEW, tally.present / FIFTH);
        implausible = !trusted && !tally.unexplained.isEmpty() && (nobodyLeft || tooMany);
        if (implausible) {
            return Set.of();
        }
        Set<UUID> believed = new HashSet<>(tally.explained);
        tally.unexplained.stream()
                .filter(id -> trusted || missedOnce.contains(id))
                .forEach(believed::add);
        missedOnce = tally.unexplained;
        trusted = false;
        return believed;
    }

    /** Whether a listing may lack this person for a reason known here. */
    static boolean isExplained(User user) {
        Observation observation = user.observation();
        return !observation.state().isPresent() || !observation.listed() || isLeaving(observation.last());
    }

    private static boolean isLeaving(@Nullable Trace last) {
        return last != null && last.command() instanceof Command.Disable;
    }

    private static final class Tally {
        private final Set<UUID> seen;
        private final Set<UUID> explained = new HashSet<>();
        private final Set<UUID> unexplained = new HashSet<>();
        private int present;
        private int active;
        private int activeSeen;

        Tally(Set<UUID> seen) {
            this.seen = seen;
        }

        void count(User user) {
            boolean there = seen.contains(user.id());
            boolean wasThere = user.observation().state().isPresent();
            boolean wasActive = user.observation().state() instanceof Observed.Active;
            present += wasThere ? 1 : 0;
            active += wasActive ? 1 : 0;
            activeSeen += wasActive && there ? 1 : 0;
            boolean isNews = wasThere || user.observation().last() != null || isUnknown(user) || isAwaited(user);
            if (there || !isNews) {
                return;
            }
            (isExplained(user) ? explained : unexplained).add(user.id());
        }

        /** Whoever is to leave has left when a listing shows it, also if they were not there before. */
        private static boolean isAwaited(User user) {
            return user.isLeaver() && user.wish() != null && !user.wish().fulfilled();
        }

        private static boolean isUnknown(User user) {
            return user.observation().state() instanceof Observed.Unknown;
        }
    }
}
