package dev.scimbridge.story.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Requests go out letter by letter, and answers are read whole. */
class BareTest {
    private static final String CHUNKED = "HTTP/1.1 400 Bad\r\nContent-Type: application/scim+json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n8\r\n{\"status\r\n8\r\n\":\"400\"}\r\n0\r\n\r\n";

    @Test
    void what_is_no_url_goes_out_as_it_is_and_an_answer_in_chunks_is_put_together() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI base = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/scim/v2");
            Request request = Request.post("/Users?filter=a[b eq \"c\"]", "{}").asBare();
            String wanted = "POST /scim/v2/Users?filter=a[b eq \"c\"] HTTP/1.1\r\nHost: " + base.getAuthority()
                    + "\r\nConnection: close\r\nAccept: */*\r\nContent-Length: 2\r\n\r\n{}";
            CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> hear(server, wanted.length()));

            Answer answer = Bare.send(base, request, Map.of("Accept", "*/*"));

            assertThat(heard.join()).isEqualTo(wanted);
            assertThat(answer.text()).isEqualTo("{\"status\":\"400\"}");
            answer.is(400);
        }
    }

    private static String hear(ServerSocket server, int letters) {
        try (Socket socket = server.accept()) {
            byte[] heard = socket.getInputStream().readNBytes(letters);
            socket.getOutputStream().write(CHUNKED.getBytes(StandardCharsets.UTF_8));
            return new String(heard, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
