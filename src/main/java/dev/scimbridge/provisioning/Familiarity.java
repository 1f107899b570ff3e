package dev.scimbridge.provisioning;

import dev.scimbridge.directory.People;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.upstream.Roster;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether the workspace is the one that the store knows, asked after a start: settings may name another one by then. Its
 * people's uids tell, because two workspaces may know the same addresses. A listing that lacks people and shows nobody
 * else tells nothing: that is for {@link Absences} to judge, and the next one is asked.
 */
final class Familiarity {
    /** Fewer on record say nothing. */
    private static final int ENOUGH = 3;

    private final Interlock interlock;
    private boolean asked;

    Familiarity(Interlock interlock) {
        this.interlock = interlock;
    }

    /** Whether it is not, as far as anybody has found and no operator has said otherwise. Nobody is gone then. */
    boolean isForeign(People people, Roster roster) {
        if (!asked) {
            asked = ask(people, roster);
        }
        return interlock.standing().foreign();
    }

    /** Whether this listing tells. */
    private boolean ask(People people, Roster roster) {
        Set<String> listed = new HashSet<>();
        roster.people().forEach(sighting -> {
            if (sighting.observed() instanceof Observed.Active account) {
                listed.addAll(account.uids());
            }
        });
        Overlap overlap = new Overlap(listed);
        people.each(user -> {
            if (user.observation().state() instanceof Observed.Active account) {
                overlap.count(account);
            }
        });
        if (overlap.known < ENOUGH || overlap.common * 2 >= overlap.known) {
            return true;
        }
        boolean others = listed.stream().anyMatch(uid -> people.withUid(uid) == null);
        if (others) {
            interlock.foreign("this looks like another workspace, because of " + overlap.known
                    + " people on record it has " + overlap.common);
        }
        return others;
    }

    private static final class Overlap {
        private final Set<String> listed;
        private int known;
        private int common;

        Overlap(Set<String> listed) {
            this.listed = listed;
        }

        void count(Observed.Active account) {
            known++;
            common += account.uids().stream().anyMatch(listed::contains) ? 1 : 0;
        }
    }
}
