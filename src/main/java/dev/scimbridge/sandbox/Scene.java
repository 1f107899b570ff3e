package dev.scimbridge.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One call on its way: what can be done with it and what can be said to the caller. The log is always written first. */
final class Scene {
    /** What every call finds in the house. */
    record Stage(People people, CallLog log, Failures failures, Holds holds, Clock clock, Credentials credentials) {}

    private static final String JSON = "application/json";

    private final Stage stage;
    private final Request request;
    private final HttpExchange exchange;
    private final Instant arrived;
    private final int number;

    Scene(Stage stage, Request request, HttpExchange exchange) {
        this.stage = stage;
        this.request = request;
        this.exchange = exchange;
        this.arrived = stage.clock().instant();
        this.number = stage.log().arrived(arrived, request);
    }

    Script honest() {
        return Script.honest(stage.people());
    }

    /** Carries the call out, saying nothing yet. */
    Answer perform(Script script) {
        Answer answer = Schema.answer(request, script, stage.credentials().workspaceUid());
        if (answer.applied()) {
            stage.log().applied(number);
        }
        return answer;
    }

    /** Carries the call out, if so, without the caller ever hearing of it. */
    void secretly(boolean done) {
        if (done) {
            perform(honest());
        }
    }

    /** Leaves a change for later, if the workspace does such things. */
    void late() {
        perform(Script.fixed(new Verdict.Done(false)).withCommands(command -> {
            stage.people().askLate(command, verdict -> {
                if (verdict.changed()) {
                    stage.log().applied(number);
                }
            });
            return new Verdict.Done(false);
        }));
    }

    void send(Answer answer) throws IOException {
        send(200, JSON, answer.bytes(), answer.words());
    }

    void status(int code, Optional<String> retryAfter) throws IOException {
        retryAfter.ifPresent(value -> exchange.getResponseHeaders().set("Retry-After", value));
        byte[] body = new Answer(Map.of("message", "HTTP " + code), "", false).bytes();
        send(code, JSON, body, "http-" + code);
    }

    void body(String contentType, String text) throws IOException {
        send(200, contentType, text.getBytes(StandardCharsets.UTF_8), "not what was asked for");
    }

    void cut() {
        stage.log().answered(number, "cut");
        exchange.close();
    }

    void hold(boolean doneBefore) throws IOException {
        // The place is taken before the log says so: who reads it there may release at once.
        CompletableFuture<Boolean> place = stage.holds().place();
        Optional<Answer> early = doneBefore ? Optional.of(perform(honest())) : Optional.empty();
        stage.log().answered(number, "held");
        if (place.join()) {
            send(early.orElseGet(() -> perform(honest())));
        } else {
            cut();
        }
    }

    void slowly(Duration after) throws IOException {
        Answer answer = perform(honest());
        stage.log().answered(number, "held");
        if (stage.holds().until(stage.clock(), arrived.plus(after))) {
            send(answer);
        } else {
            cut();
        }
    }

    void truncated(boolean announced) throws IOException {
        byte[] body = perform(honest()).bytes();
        int half = body.length / 2;
        stage.log().answered(number, "truncated");
        exchange.getResponseHeaders().set("Content-Type", JSON);
        exchange.sendResponseHeaders(200, announced ? body.length : half);
        exchange.getResponseBody().write(body, 0, half);
        exchange.getResponseBody().flush();
        // Closing with less sent than announced ends the connection.
        exchange.close();
    }

    private void send(int status, String contentType, byte[] body, String words) throws IOException {
        stage.log().answered(number, words);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
