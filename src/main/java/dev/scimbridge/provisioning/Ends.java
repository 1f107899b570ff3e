package dev.scimbridge.provisioning;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Backoff;
import dev.scimbridge.lifecycle.Done;
import dev.scimbridge.lifecycle.Trace;
import dev.scimbridge.lifecycle.Trace.Ending;
import dev.scimbridge.store.Claims.Claim;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** What an answer says of how a command ended, and when it may be given again. */
final class Ends {
    private final Circuit circuit;
    private final DoubleSupplier random;

    Ends(Circuit circuit, DoubleSupplier random) {
        this.circuit = circuit;
        this.random = random;
    }

    /** The trace that this end leaves with a person, recorded by this revision at this moment. */
    Trace of(Claim claim, User user, Answer<Done> answer, long revision, Instant now) {
        End end = answer.match(new Endings());
        Trace last = user.observation().last();
        int before = last == null || !last.command().equals(claim.command()) ? 0 : last.tries();
        int tries = end.ending == Ending.DONE ? 0 : before + 1;
        // What everybody is refused is an outage: it may be over soon.
        Ending kind = circuit.isRefusingEverybody() ? Ending.NOT_DONE : end.ending;
        Duration wait = Backoff.of(kind, user.isLeaver()).after(Math.max(1, tries), random);
        Instant notBefore = end.until == null ? now.plus(wait) : end.until.truncatedTo(ChronoUnit.MICROS);
        Trace.End how = new Trace.End(end.ending, end.words, revision, now);
        return new Trace(claim.command(), how, false, tries, notBefore);
    }

    /** For the audit. */
    static String words(Trace trace) {
        String words = trace.end().words();
        return trace.end().ending() == Ending.DONE ? "ok" : trace.end().ending() + ": " + words;
    }

    private record End(
            Ending ending, @Nullable String words, @Nullable Instant until) {}

    private static final class Endings implements Answer.Cases<Done, End> {
        @Override
        public End data(Done value) {
            return new End(Ending.DONE, null, null);
        }

        @Override
        public End refused(String words) {
            return new End(Ending.REFUSED, words, null);
        }

        @Override
        public End rateLimited(Instant until) {
            return new End(Ending.NOT_DONE, "too many calls", until);
        }

        @Override
        public End unauthorised(String words) {
            return new End(Ending.NOT_DONE, words, null);
        }

        @Override
        public End unavailable(String words) {
            return new End(Ending.NOT_DONE, words, null);
        }

        @Override
        public End unknown(String words) {
            return new End(Ending.UNKNOWN, words, null);
        }
    }
}
