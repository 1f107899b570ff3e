package dev.scimbridge.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.scimbridge.operations.alert.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A URL that takes {@code {"text": "…"}}. The URL is a secret: whoever has it can write there. */
public final class Webhook implements Channel, AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final MediaType JSON = MediaType.get("application/json");

    private final String url;
    private final OkHttpClient client;

    public Webhook(String url) {
        this.url = url;
        this.client = new OkHttpClient.Builder()
                .callTimeout(LIMIT)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    @Override
    public void send(String text) throws IOException {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("text", "scim-bridge: " + text)
                .toString();
        Request request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON))
                .build();
        int status;
        try (Response response = client.newCall(request).execute()) {
            status = response.code();
        } catch (IOException e) {
            // Its own words, and so its trace, may hold the URL.
            throw new IOException(
                    "the webhook cannot be reached (" + e.getClass().getSimpleName() + ")");
        }
        if (status / 100 != 2) {
            throw new IOException("the webhook answers " + status);
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
