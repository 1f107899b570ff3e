package dev.scimbridge.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door clients of the workspace knock at. */
final class GraphqlDoor implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(GraphqlDoor.class);

    private final Scene.Stage stage;

    GraphqlDoor(Scene.Stage stage) {
        this.stage = stage;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Optional<Request> request = exchange.getRequestMethod().equals("POST") ? Request.read(body) : Optional.empty();
        if (request.isEmpty()) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        Scene scene = new Scene(stage, request.get(), exchange);
        try {
            play(request.get(), scene, exchange);
        } catch (RuntimeException bug) {
            // Else the server would just close the connection, and a mistake here would look like a cut.
            LOG.error("the pretend workspace itself is at fault", bug);
            scene.status(500, Optional.empty());
        }
    }

    private void play(Request request, Scene scene, HttpExchange exchange) throws IOException {
        if (!stage.credentials()
                .admit(name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)))) {
            scene.status(401, Optional.empty());
            return;
        }
        Optional<Failure> failure = stage.failures().next(request.operation(), person -> isAbout(request, person));
        if (failure.isPresent()) {
            failure.get().play(scene);
        } else {
            scene.send(scene.perform(scene.honest()));
        }
    }

    private boolean isAbout(Request request, String person) {
        return request.isAbout(person)
                || stage.people().uidOf(person).filter(request::isAbout).isPresent();
    }
}
