package dev.scimbridge.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the failures, and what may be said besides. */
final class Ways {
    private static final String LIST_USERS = "listUsers";
    private static final Pattern STATUS = Pattern.compile("http-([45]\\d\\d)");
    private static final String AFTER = "-after";
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>We'll be right back</title></head><body>Maintenance</body></html>";

    private Ways() {}

    /** Reads {@code way}, {@code times}, {@code operation}, {@code about}, and what the way itself needs. */
    static Failures.Plan read(JsonNode said) {
        String way = said.path("way").asText();
        Failure failure = failure(way, said);
        Optional<String> operation = text(said, "operation");
        if (failure.listing() && !operation.orElse(LIST_USERS).equals(LIST_USERS)) {
            throw new IllegalArgumentException(way + " is a way for " + LIST_USERS + " only");
        }
        return new Failures.Plan(
                way,
                failure.listing() ? Optional.of(LIST_USERS) : operation,
                text(said, "about"),
                said.path("times").asInt(1),
                failure);
    }

    private static Failure failure(String way, JsonNode said) {
        boolean done = way.endsWith(AFTER);
        String name = done ? way.substring(0, way.length() - AFTER.length()) : way;
        Matcher status = STATUS.matcher(name);
        if (status.matches()) {
            int code = Integer.parseInt(status.group(1));
            return new Failure.Status(code, text(said, "retryAfter").or(() -> usualRetryAfter(code)), done);
        }
        return switch (name) {
            case "html" -> new Failure.Body("text/html; charset=utf-8", PAGE, done);
            case "garbage" -> new Failure.Body("application/json", "\u0000\u0007 upstream connect error", done);
            case "cut" -> new Failure.Cut(done);
            case "hang" -> new Failure.Hang(done);
            default -> undone(way, said);
        };
    }

    /** The ways of which it is plain whether the call is carried out. */
    private static Failure undone(String way, JsonNode said) {
        return switch (way) {
            case "cut-before" -> new Failure.Cut(false);
            case "slow" -> new Failure.Slow(Duration.parse(said.path("after").asText("PT1S")));
            case "not-ok" -> new Failure.Says(new Verdict.Declined());
            case "errors" ->
                new Failure.Says(
                        new Verdict.Refused(said.path("message").asText("Something went wrong"), text(said, "code")));
            case "unauthenticated-errors" ->
                new Failure.Says(new Verdict.Refused(
                        said.path("message").asText("Not authenticated"), Optional.of("UNAUTHENTICATED")));
            case "truncated" -> new Failure.Truncated(true);
            case "truncated-quietly" -> new Failure.Truncated(false);
            case "empty-listing" -> new Failure.Partial(0);
            case "partial-listing" -> new Failure.Partial(said.path("fraction").asDouble(0.5));
            case "unknown-fields" -> new Failure.FromTheFuture();
            default -> throw new IllegalArgumentException("no way of failing is named " + way);
        };
    }

    private static Optional<String> usualRetryAfter(int code) {
        return code == 429 ? Optional.of("1") : Optional.empty();
    }

    private static Optional<String> text(JsonNode said, String name) {
        return said.hasNonNull(name) ? Optional.of(said.path(name).asText()) : Optional.empty();
    }
}
