package dev.scimbridge.http.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is put together only when the door is open. */
class BackroomTest {
    private final HttpServer server = new HttpServer();
    private final NetworkListener listener = new NetworkListener("test", "127.0.0.1", 0);
    private final BlockingQueue<String> asked = new ArrayBlockingQueue<>(10);

    @AfterEach
    void closes() {
        server.shutdownNow();
    }

    /** In front of it, so that it is known when somebody waits. */
    private void serve(Backroom backroom) throws IOException {
        server.addListener(listener);
        server.getServerConfiguration().addHttpHandler(new HttpHandler() {
            @Override
            public void service(Request request, Response response) throws Exception {
                asked.add(request.getRequestURI());
                backroom.service(request, response);
            }
        });
        server.start();
    }

    private CompletableFuture<HttpResponse<String>> get() {
        URI uri = URI.create("http://127.0.0.1:" + listener.getPort() + "/Schemas");
        return HttpClient.newHttpClient().sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Test
    void whoever_comes_before_it_is_there_waits() throws IOException, InterruptedException {
        Backroom backroom = new Backroom(() -> new HttpHandler() {
            @Override
            public void service(Request request, Response response) throws IOException {
                response.getWriter().write("here");
            }
        });
        serve(backroom);
        CompletableFuture<HttpResponse<String>> early = get();
        assertThat(asked.take()).isEqualTo("/Schemas");
        assertThat(early).isNotDone();
        backroom.begin(Runnable::run);
        assertThat(early.join().body()).isEqualTo("here");
        assertThat(get().join().body()).isEqualTo("here");
    }

    @Test
    void whoever_waits_for_what_cannot_be_put_together_is_told() throws IOException, InterruptedException {
        Backroom backroom = new Backroom(() -> {
            throw new IllegalStateException("for this test");
        });
        serve(backroom);
        CompletableFuture<HttpResponse<String>> early = get();
        assertThat(asked.take()).isEqualTo("/Schemas");
        backroom.begin(Runnable::run);
        assertThat(early.join().statusCode()).isEqualTo(500);
    }
}
