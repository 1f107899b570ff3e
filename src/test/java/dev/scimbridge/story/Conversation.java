package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeMap;

/** Requests of any kind; every answer, and the body of every request that is taken, is held to the description. */
final class Conversation {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ApiDescription api = new ApiDescription();
    private final String base;
    private final String token;

    /** @param token empty for none */
    Conversation(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Sends without a body to a path that has no variable part. */
    Answer get(String template, String... headers) {
        return say("GET", template, template, "", headers);
    }

    /**
     * Sends.
     *
     * @param template the path as the description has it
     * @param body empty for none
     * @param headers names and values in turn; they replace the usual ones
     */
    Answer say(String method, String template, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/scim+json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        request.method(
                method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        boolean whole = !path.matches(".*[?&](excludedA|a)ttributes=.*");
        Answer answer = answer(send(request.build()), method, template, whole);
        assertThat(api.wrong(answer)).as(method + " " + path + " " + answer).isEmpty();
        if (!body.isEmpty() && answer.status() < 300) {
            List<String> wrong = api.wrongRequest(method, template, body);
            assertThat(wrong).as(method + " " + path + " " + body).isEmpty();
        }
        return answer;
    }

    private static Answer answer(HttpResponse<String> response, String method, String template, boolean whole) {
        TreeMap<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Answer(method, template, whole, response.statusCode(), headers, response.body());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
