package dev.scimbridge.sandbox;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The door behind the scenery: what people do in the product, and what goes wrong, at a test's word. */
final class ControlDoor implements HttpHandler {
    static final String PATH = "/control";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> DONE = Map.of("ok", true);

    private final Map<String, Function<JsonNode, Object>> routes = new HashMap<>();
    private final Scene.Stage stage;

    ControlDoor(Scene.Stage stage) {
        this.stage = stage;
        routes.put(
                "GET /state",
                none -> stage.people().everybody().stream().map(Shown::person).toList());
        routes.put(
                "GET /log", none -> stage.log().all().stream().map(Shown::call).toList());
        routes.put("GET /calls", none -> stage.log().counts());
        routes.put("GET /knobs", none -> stage.people().knobs().words());
        routes.put(
                "GET /failures",
                none -> stage.failures().all().stream().map(Shown::plan).toList());
        routes.put("POST /knobs", said -> stage.people().turn(turning(said)).words());
        routes.put("POST /failures", said -> done(() -> stage.failures().plan(Ways.read(said))));
        routes.put("POST /failures/reset", none -> done(() -> stage.failures().reset()));
        routes.put(
                "POST /release",
                said -> done(() -> stage.holds().release(said.path("carryOut").asBoolean(true))));
        routes.put("POST /log/forget", none -> done(() -> stage.log().forget()));
        routes.put("POST /invite", this::invite);
        byHand("accept", Hand::accept);
        byHand("expire", Hand::expire);
        byHand("disable", Hand::disable);
        byHand("enable", Hand::enable);
        byHand("revoke", Hand::revoke);
        byHand("rename", said -> hand -> hand.rename(email(said), word(said, "newEmail")));
        byHand("role", said -> hand -> hand.changeRole(email(said), accountType(said)));
        byHand("add", said -> hand -> hand.add(email(said), said.path("name").asText(), accountType(said)));
    }

    /** The same door with more it can be asked. */
    ControlDoor with(String route, Function<JsonNode, Object> answer) {
        routes.put(route, answer);
        return this;
    }

    private void byHand(String what, BiFunction<Hand, String, Line> deed) {
        byHand(what, said -> hand -> deed.apply(hand, email(said)));
    }

    private void byHand(String what, Function<JsonNode, Function<Hand, Line>> deed) {
        routes.put("POST /" + what, said -> Shown.person(stage.people().byHand(deed.apply(said))));
    }

    /** An admin's invite obeys the same rules as one that comes through the API. */
    private Object invite(JsonNode said) {
        Verdict verdict = stage.people().ask(new Command.Invite(email(said), accountType(said)));
        if (verdict instanceof Verdict.Refused refused) {
            throw new IllegalStateException(refused.words());
        }
        return DONE;
    }

    private static UnaryOperator<Knobs> turning(JsonNode said) {
        return knobs -> {
            Knobs turned = knobs;
            for (Map.Entry<String, JsonNode> knob : said.properties()) {
                turned = turned.with(knob.getKey(), knob.getValue().asText());
            }
            return turned;
        };
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath().substring(PATH.length());
        try {
            Function<JsonNode, Object> route = routes.get(exchange.getRequestMethod() + " " + path);
            if (route == null) {
                throw new NoSuchElementException("there is no " + exchange.getRequestMethod() + " " + PATH + path);
            }
            send(exchange, 200, route.apply(JSON.readTree(body)));
        } catch (NoSuchElementException unknown) {
            send(exchange, 404, error(unknown));
        } catch (IllegalStateException impossible) {
            send(exchange, 409, error(impossible));
        } catch (IllegalArgumentException | DateTimeException | JacksonException wrong) {
            send(exchange, 400, error(wrong));
        }
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Object done(Runnable deed) {
        deed.run();
        return DONE;
    }

    private static Map<String, String> error(Exception wrong) {
        return Map.of("error", String.valueOf(wrong.getMessage()));
    }

    private static String email(JsonNode said) {
        return word(said, "email");
    }

    private static String accountType(JsonNode said) {
        String word = word(said, "accountType");
        List<String> known = Schema.accountTypes();
        if (!known.contains(word)) {
            throw new IllegalArgumentException("accountType is one of " + known + "; not " + word);
        }
        return word;
    }

    private static String word(JsonNode said, String name) {
        if (!said.path(name).isTextual()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return said.path(name).asText();
    }
}
