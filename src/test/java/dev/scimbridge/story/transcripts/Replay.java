package dev.scimbridge.story.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.story.cases.Answer;
import dev.scimbridge.story.transcripts.Shape.Mismatch;
import dev.scimbridge.story.transcripts.Transcript.Event;
import dev.scimbridge.story.transcripts.Transcript.Exchange;
import dev.scimbridge.story.transcripts.Transcript.Step;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says what a transcript says, and holds every answer to it. */
public final class Replay {
    private static final String REST = "...";

    private final Transcript transcript;
    private final World world;
    private final Names names;
    private Answer last = new Answer(0, Map.of(), "");

    /** Who is talked to, and the workspace behind. */
    public interface World {
        Answer say(Said request);

        /** What somebody does, or what must become true of them. */
        void event(String email, String what);
    }

    private Replay(Transcript transcript, World world, Map<String, String> known) {
        this.transcript = transcript;
        this.world = world;
        this.names = new Names(known);
    }

    /**
     * Replays it.
     *
     * @param known what names stand for from the start
     * @throws AssertionError at the first thing that is not as wanted, with the file and the line that want it
     */
    public static void of(Transcript transcript, World world, Map<String, String> known) {
        Replay replay = new Replay(transcript, world, known);
        transcript.steps().forEach(replay::step);
    }

    private void step(Step step) {
        if (step instanceof Event event) {
            happens(event);
        } else {
            exchange((Exchange) step);
        }
    }

    private void happens(Event event) {
        try {
            world.event(event.email(), event.what());
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(at(event.line()) + event.email() + " " + event.what() + ": " + e.getMessage(), e);
        }
    }

    private void exchange(Exchange exchange) {
        Said request = said(exchange);
        last = world.say(request);
        Optional<Mismatch> mismatch = exchange.wanted().in(last, names);
        if (mismatch.isPresent()) {
            throw new AssertionError(at(mismatch.get().line()) + mismatch.get().what() + "\n  " + request.method() + " "
                    + request.path() + " " + request.body() + "\n  " + last);
        }
    }

    private Said said(Exchange exchange) {
        Said request = exchange.request();
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> headers.put(name, names.said(value)));
        String body = names.said(request.body());
        String whole = body.contains('"' + REST + '"') ? merged(body, exchange.line()) : body;
        String path = names.said(request.path());
        names.unknown(path + headers + request.body().replace("{answer}", "")).ifPresent(name -> {
            throw new IllegalStateException(at(exchange.line()) + "nothing was given the name " + name);
        });
        return new Said(request.method(), path, headers, whole);
    }

    /** The last answer's body, with what is said here instead of or besides what it had. */
    private String merged(String body, int line) {
        try {
            ObjectNode changes = (ObjectNode) Shape.JSON.readTree(body);
            changes.remove(REST);
            JsonNode shown = last.json();
            return ((ObjectNode) shown.deepCopy()).setAll(changes).toString();
        } catch (IOException e) {
            throw new IllegalStateException(at(line) + "no JSON is sent", e);
        }
    }

    private String at(int line) {
        return transcript.file() + ":" + line + ": ";
    }
}
