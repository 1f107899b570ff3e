package dev.scimbridge.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a pretend workspace is like when it opens.
 *
 * @param port where it listens on the loopback interface; 0 is any free port
 * @param people how many have signed up already; from ten on there are a few invites besides
 * @param knobs how it behaves where the documentation is silent; they can be turned while it runs
 * @param clock what time it is there
 */
public record Options(int port, Credentials credentials, int people, Knobs knobs, Clock clock) {

    /** Any free port, nobody in it, the usual knobs, the system's clock. */
    public static Options usual() {
        return new Options(0, Credentials.pretend(), 0, Knobs.usual(), Clock.systemUTC());
    }

    public Options withPort(int other) {
        return new Options(other, credentials, people, knobs, clock);
    }

    public Options withCredentials(Credentials other) {
        return new Options(port, other, people, knobs, clock);
    }

    public Options withKey(String apiKey, String apiSecret) {
        return withCredentials(credentials.with(apiKey, apiSecret));
    }

    public Options withPeople(int count) {
        return new Options(port, credentials, count, knobs, clock);
    }

    public Options withClock(Clock other) {
        return new Options(port, credentials, people, knobs, other);
    }

    public <T> Options withKnob(Knob<T> knob, T value) {
        return new Options(port, credentials, people, knobs.with(knob, value), clock);
    }

    /** People accept an invite so long after it was made; null is never by themselves. */
    public Options withAcceptAfter(@Nullable Duration patience) {
        return withKnob(Knob.ACCEPT_AFTER, Optional.ofNullable(patience));
    }
}
