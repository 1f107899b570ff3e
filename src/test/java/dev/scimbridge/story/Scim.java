package dev.scimbridge.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A bare SCIM client: says what it is told to and gives back what came. */
public final class Scim {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private final String base;
    private final String token;

    /** One answer. The body is missing where there was none. */
    public record Reply(int status, HttpHeaders headers, JsonNode body) {
        public String id() {
            return body.path("id").asText();
        }

        public boolean active() {
            return body.path("active").asBoolean();
        }

        /** The primary role. */
        public String role() {
            for (JsonNode role : body.path("roles")) {
                if (role.path("primary").asBoolean()) {
                    return role.path("value").asText();
                }
            }
            return "";
        }

        /** The bridge's own word for how the wish stands. */
        public String state() {
            return bridge("state");
        }

        public String bridge(String attribute) {
            return body.path("urn:ietf:params:scim:schemas:extension:scimbridge:2.0:User")
                    .path(attribute)
                    .asText();
        }

        public int total() {
            return body.path("totalResults").asInt(-1);
        }

        public String detail() {
            return body.path("detail").asText();
        }
    }

    public Scim(String base, String token) {
        this.base = base;
        this.token = token;
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Reply user(String id) {
        return get("/Users/" + id);
    }

    public Reply find(String filter) {
        return get("/Users?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    /** The one person of this userName. */
    public Reply named(String userName) {
        Reply list = find("userName eq \"" + userName + "\"");
        return new Reply(
                list.status(), list.headers(), list.body().path("Resources").path(0));
    }

    public Reply create(String json) {
        return send("POST", "/Users", json);
    }

    public Reply replace(String id, String json) {
        return send("PUT", "/Users/" + id, json);
    }

    public Reply patch(String id, String operations) {
        return send(
                "PATCH",
                "/Users/" + id,
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations
                        + "]}");
    }

    public Reply delete(String id) {
        return send("DELETE", "/Users/" + id, null);
    }

    public Reply send(String method, String path, String json, String... headers) {
        try {
            return later(method, path, json, headers).get(90, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(method + " " + path, e.getCause()));
        } catch (TimeoutException e) {
            throw new AssertionError(method + " " + path + " hangs", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The same without waiting for the answer. */
    public CompletableFuture<Reply> later(String method, String path, String json, String... headers) {
        HttpRequest.BodyPublisher body =
                json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/scim+json; charset=utf-8")
                .header("Accept", "application/scim+json")
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(Scim::reply);
    }

    private static Reply reply(HttpResponse<String> response) {
        try {
            JsonNode body = response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
            return new Reply(response.statusCode(), response.headers(), body);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + response.body(), e);
        }
    }
}
