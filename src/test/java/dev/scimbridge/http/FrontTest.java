package dev.scimbridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.junit.jupiter.api.Test;

/** How a door is closed. */
class FrontTest {
    @Test
    void a_door_that_is_closed_keeps_nothing() throws IOException {
        AtomicBoolean ended = new AtomicBoolean();
        HttpServer server = new HttpServer();
        server.addListener(new NetworkListener("any", "127.0.0.1", 0));
        server.getServerConfiguration().addHttpHandler(new Ending(ended), "/");
        server.start();
        Front.close(server, 5);
        assertThat(server.isStarted()).isFalse();
        assertThat(ended).as("its handlers have let go of what they hold").isTrue();
    }

    private static final class Ending extends HttpHandler {
        private final AtomicBoolean ended;

        Ending(AtomicBoolean ended) {
            this.ended = ended;
        }

        @Override
        public void service(Request request, Response response) {
            response.setStatus(204);
        }

        @Override
        public void destroy() {
            ended.set(true);
        }
    }
}
