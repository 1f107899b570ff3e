package dev.scimbridge.story.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.story.cases.Answer;
import dev.scimbridge.story.transcripts.Shape.Mismatch;
import dev.scimbridge.story.transcripts.Shape.Place;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer that is wanted.
 *
 * @param line of the status
 */
record Wanted(
        int line,
        Set<Integer> statuses,
        Map<String, String> headers,
        @Nullable Shape body) {
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    /** The first thing that is not as wanted, or not as in every answer. */
    Optional<Mismatch> in(Answer answer, Names names) {
        if (!statuses.contains(answer.status())) {
            return not("status " + statuses + " wanted, it is " + answer.status());
        }
        return scim(answer).or(() -> body(answer, names)).or(() -> headers(answer, names));
    }

    /** RFC 7644, 3.12: whatever has a body says that it is SCIM, and an error is an error. */
    private Optional<Mismatch> scim(Answer answer) {
        if (answer.text().isEmpty()) {
            return answer.status() < 400 ? Optional.empty() : not("an error needs a body");
        }
        if (!answer.header("content-type").startsWith("application/scim+json")) {
            return not("the answer is " + answer.header("content-type"));
        }
        JsonNode json = answer.json();
        boolean error = json.path("schemas").path(0).asText().equals(ERROR)
                && json.path("status").asText().equals(String.valueOf(answer.status()))
                && json.path("status").isTextual()
                && !json.path("detail").asText().isBlank();
        return error == answer.status() >= 400 ? Optional.empty() : not("only errors are to look like errors");
    }

    private Optional<Mismatch> headers(Answer answer, Names names) {
        return headers.entrySet().stream()
                .filter(each ->
                        !answer.header(each.getKey().toLowerCase(Locale.ROOT)).startsWith(names.said(each.getValue())))
                .map(each -> new Mismatch(line, each.getKey() + ": " + names.said(each.getValue()) + " wanted"))
                .findFirst();
    }

    private Optional<Mismatch> body(Answer answer, Names names) {
        return body == null ? Optional.empty() : body.in(answer.json(), new Place("", names));
    }

    private Optional<Mismatch> not(String what) {
        return Optional.of(new Mismatch(line, what));
    }
}
