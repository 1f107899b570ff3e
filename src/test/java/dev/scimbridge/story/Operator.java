package dev.scimbridge.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An operator at the management door, as the command line speaks to it. */
final class Operator {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    Operator(int port) {
        this.port = port;
    }

    /** What came back. */
    record Reply(int status, String body) {
        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        String headline() {
            return json().path("headline").asText();
        }

        /** One column of the table. */
        List<String> column(String name) {
            return json().path("rows").findValuesAsText(name);
        }
    }

    /** A command that only reads: its name with slashes, and a query. */
    Reply read(String command) {
        return send(request(command).GET());
    }

    /** A command that changes something. */
    Reply change(String command) {
        return send(request(command).POST(HttpRequest.BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String command) {
        return plain(command).header("Scim-Bridge-Operator", "story").header("Accept", "application/json");
    }

    HttpRequest.Builder plain(String command) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/operations/" + command));
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
