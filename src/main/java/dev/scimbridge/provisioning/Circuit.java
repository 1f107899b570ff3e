package dev.scimbridge.provisioning;

import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the workspace's health. One failed call is an outage for those who wait; when the workspace cannot
 * be reached, refuses our credentials, asks for a pause or has answered nonsense three times in a row, no lever is
 * pulled until a moment. A call that works ends it all.
 */
public final class Circuit {
    private static final int PATIENCE = 3;

    private final Clock clock;
    private final DoubleSupplier random;
    private final Backoff pauses;
    private final Set<UUID> refused = new HashSet<>();

    private int failures;
    private boolean refusing;
    private Instant pausedUntil = Instant.MIN;
    private @Nullable String words;
    private @Nullable String refusal;

    /** A circuit that pauses ever longer, up to a limit. */
    Circuit(Clock clock, Duration longestPause, DoubleSupplier random) {
        this.clock = clock;
        this.random = random;
        this.pauses = new Backoff(Duration.ofSeconds(1), longestPause);
    }

    /** Whether the last call failed: then nobody is kept waiting for the workspace. */
    public synchronized boolean isDown() {
        return failures > 0;
    }

    /** What the last failed call said, null if the last call worked. */
    public synchronized @Nullable String words() {
        return failures > 0 ? words : null;
    }

    /** Whether what the workspace said last of our credentials is no. */
    synchronized boolean isRefusingCredentials() {
        return refusing;
    }

    /** Until when no lever is pulled; in the past if it may be now. */
    public synchronized Instant pausedUntil() {
        return pausedUntil;
    }

    /** How a listing ended. */
    synchronized <T> void heard(Answer<T> answer) {
        answer.match(new Hearing<T>(null));
    }

    /** How a command for this person ended. */
    synchronized <T> void heard(Answer<T> answer, UUID person) {
        answer.match(new Hearing<T>(person));
    }

    private final class Hearing<T> implements Answer.Cases<T, Boolean> {
        private final @Nullable UUID person;

        Hearing(@Nullable UUID person) {
            this.person = person;
        }

        @Override
        public Boolean data(T value) {
            refusing = false;
            failures = 0;
            // A listing says nothing of commands: one comes between any two refusals, to look whether they are true.
            if (person != null) {
                refused.clear();
                pausedUntil = Instant.MIN;
            }
            return true;
        }

        /** The same no for different people is not about these people. */
        @Override
        public Boolean refused(String said) {
            refusing = false;
            if (!said.equals(refusal)) {
                refused.clear();
            }
            refusal = said;
            if (person != null) {
                refused.add(person);
            }
            if (refused.size() < PATIENCE) {
                failures = 0;
                return true;
            }
            return failed(said, true);
        }

        @Override
        public Boolean rateLimited(Instant until) {
            failed("too many calls", false);
            pausedUntil = until;
            return false;
        }

        @Override
        public Boolean unauthorised(String said) {
            refusing = true;
            return failed(said, true);
        }

        @Override
        public Boolean unavailable(String said) {
            return failed(said, true);
        }

        @Override
        public Boolean unknown(String said) {
            return failed(said, failures + 1 >= PATIENCE);
        }

        private boolean failed(String said, boolean pause) {
            failures++;
            words = said;
            if (pause) {
                pausedUntil = clock.instant().plus(pauses.after(failures, random));
            }
            return false;
        }
    }

    /** Whether a refusal of this kind has been said of so many people that it is an outage. */
    synchronized boolean isRefusingEverybody() {
        return refused.size() >= PATIENCE;
    }
}
