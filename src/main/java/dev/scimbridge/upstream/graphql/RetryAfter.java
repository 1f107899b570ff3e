package dev.scimbridge.upstream.graphql;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** When a workspace that was asked too often may be asked again (RFC 9110, 10.2.3). */
final class RetryAfter {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration UNSAID = Duration.ofSeconds(30);
    /** Whatever it says, a leaver does not wait longer than this for the next try. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    static Instant read(Headers headers, Instant now) {
        @Nullable String said = headers.get("Retry-After");
        if (said != null && said.strip().matches("\\d{1,18}")) {
            return now.plus(bounded(Duration.ofSeconds(Long.parseLong(said.strip()))));
        }
        @Nullable Instant date = headers.getInstant("Retry-After");
        return now.plus(date == null ? UNSAID : bounded(Duration.between(now, date)));
    }

    private static Duration bounded(Duration wait) {
        if (wait.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
