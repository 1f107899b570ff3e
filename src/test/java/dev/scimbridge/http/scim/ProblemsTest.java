package dev.scimbridge.http.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonParseException;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import dev.scimbridge.scim.ScimProblem;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {
    private static final Problems PROBLEMS = new Problems();

    static Stream<Arguments> failures() {
        IllegalStateException bug = new IllegalStateException(
                "dev.scimbridge.store.sqlite.SqlPeople", new SQLException("SELECT secret FROM people"));
        return Stream.of(
                arguments(ScimProblem.uniqueness("there is one already"), 409, "there is one already"),
                arguments(new CompletionException(ScimProblem.notFound("there is no user")), 404, "there is no user"),
                arguments(new CompletionException(new CompletionException(bug)), 500, "log"),
                arguments(bug, 500, "log"),
                arguments(new NullPointerException(), 500, "log"),
                arguments(new CompletionException("dev.scimbridge.Oops", null), 500, "log"),
                arguments(new StackOverflowError(), 500, "log"),
                arguments(new NotFoundException("HTTP 404 Not Found"), 404, "no such endpoint"),
                arguments(new NotAllowedException("GET"), 405, "method"),
                arguments(new NotAcceptableException(), 406, "scim+json"),
                arguments(new NotSupportedException(), 415, "application/json"),
                arguments(new ForbiddenException("java.lang.Secret"), 403, "cannot be served"),
                arguments(new JsonParseException(null, "Unexpected character"), 400, "JSON"),
                arguments(BadRequestException.invalidFilter("a filter is wrong"), 400, "a filter is wrong"),
                arguments(new ResourceNotFoundException("no such schema"), 404, "no such schema"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_failure_is_a_scim_error_with_nothing_of_the_inside_in_it(Throwable failure, int status, String words) {
        try (Response response = PROBLEMS.toResponse(failure)) {
            assertThat(response.getStatus()).isEqualTo(status);
            assertThat(response.getMediaType()).hasToString("application/scim+json");
            String body = new String((byte[]) response.getEntity(), StandardCharsets.UTF_8);
            assertThat(body)
                    .contains("\"status\":\"" + status + "\"", words)
                    .doesNotContainPattern("[a-z]+\\.[a-z.]+\\.[A-Z]|Exception|SELECT|Error\\b(?!\")");
        }
    }
}
