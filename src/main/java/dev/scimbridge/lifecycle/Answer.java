package dev.scimbridge.lifecycle;

import java.time.Instant;

/**
 * What came of a call to the workspace. Not getting something is an answer, not an exception.
 *
 * @param <T> what the call gives when it works
 */
public sealed interface Answer<T> {
    /** It worked. */
    record Data<T>(T value) implements Answer<T> {
        @Override
        public <R> R match(Cases<? super T, R> cases) {
            return cases.data(value);
        }
    }

    /** It was understood and did not happen: GraphQL {@code errors} or {@code ok: false}, in the workspace's words. */
    record Refused<T>(String words) implements Answer<T> {
        @Override
        public <R> R match(Cases<? super T, R> cases) {
            return cases.refused(words);
        }
    }

    /** It did not happen: too many calls. */
    record RateLimited<T>(Instant until) implements Answer<T> {
        @Override
        public <R> R match(Cases<? super T, R> cases) {
            return cases.rateLimited(until);
        }
    }

    /** It did not happen: the credentials are wrong, expired or lack the capability. */
    record Unauthorised<T>(String words) implements Answer<T> {
        @Override
        public <R> R match(Cases<? super T, R> cases) {
            return cases.unauthorised(words);
        }
    }

    /** It did not happen: the call was never sent (no connection). */
    record Unavailable<T>(String words) implements Answer<T> {
        @Override
        public <R> R match(Cases<? super T, R> cases) {
            return cases.unavailable(words);
        }
    }

    /** Nobody here knows whether it happened: time-out, cut connection, 5xx, garbage. */
    record Unknown<T>(String words) implements Answer<T> {
        @Override
        public <R> R match(Cases<? super T, R> cases) {
            return cases.unknown(words);
        }
    }

    /** One answer for each case. */
    interface Cases<T, R> {
        R data(T value);

        R refused(String words);

        R rateLimited(Instant until);

        R unauthorised(String words);

        R unavailable(String words);

        R unknown(String words);
    }

    <R> R match(Cases<? super T, R> cases);
}
