package dev.scimbridge.story.transcripts;

import dev.scimbridge.story.transcripts.Transcript.Event;
import dev.scimbridge.story.transcripts.Transcript.Exchange;
import dev.scimbridge.story.transcripts.Transcript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a transcript line by line. */
final class TranscriptReader {
    private static final String USUAL = ">> ";
    private static final String SAID = "> ";
    private static final String ANSWERED = "< ";
    private static final String EVENT = "! ";
    private static final String COMMENT = "#";
    private static final String TYPE = "Content-Type";

    private final String file;
    private final List<String> lines;
    private final Map<String, String> usual = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int at;

    TranscriptReader(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        while (at < lines.size()) {
            if (lines.get(at).isBlank() || is(COMMENT)) {
                at++;
            } else if (is(USUAL)) {
                header(usual, USUAL);
            } else if (is(EVENT)) {
                steps.add(event());
            } else if (is(SAID)) {
                steps.add(exchange());
            } else {
                throw mistake(at + 1, "neither a request nor an answer belongs here");
            }
        }
        return steps;
    }

    private Event event() {
        int line = at + 1;
        String[] words = rest(EVENT).split(" ", 2);
        if (words.length < 2) {
            throw mistake(line, "an event is an address and what happens");
        }
        return new Event(line, words[0], words[1]);
    }

    private Exchange exchange() {
        int line = at + 1;
        String[] words = rest(SAID).split(" ", 2);
        if (words.length < 2) {
            throw mistake(line, "a request is a method and a path");
        }
        Map<String, String> headers = new TreeMap<>(usual);
        Map<String, String> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        while (is(SAID)) {
            header(own, SAID);
        }
        String body = body();
        if (body.isEmpty()) {
            headers.remove(TYPE);
        }
        headers.putAll(own);
        return new Exchange(line, new Said(words[0], words[1], headers, body), wanted());
    }

    private Wanted wanted() {
        if (!is(ANSWERED)) {
            throw mistake(at + 1, "a request needs an answer");
        }
        int line = at + 1;
        TreeSet<Integer> statuses = new TreeSet<>();
        for (String status : rest(ANSWERED).split(" or ")) {
            statuses.add(Integer.valueOf(status.strip()));
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        while (is(ANSWERED)) {
            header(headers, ANSWERED);
        }
        int first = at + 1;
        String body = body();
        return new Wanted(line, statuses, headers, body.isEmpty() ? null : Shape.of(body, first));
    }

    private String body() {
        StringBuilder body = new StringBuilder();
        while (at < lines.size() && !is(SAID) && !is(USUAL) && !is(ANSWERED) && !is(EVENT) && !is(COMMENT)) {
            body.append(lines.get(at++)).append('\n');
        }
        return body.toString().isBlank() ? "" : body.toString();
    }

    private void header(Map<String, String> headers, String mark) {
        String header = rest(mark);
        int colon = header.indexOf(':');
        if (colon < 0) {
            throw mistake(at, "a header is a name, a colon and a value");
        }
        headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
    }

    private boolean is(String mark) {
        return at < lines.size() && lines.get(at).startsWith(mark);
    }

    private String rest(String mark) {
        return lines.get(at++).substring(mark.length());
    }

    private IllegalStateException mistake(int line, String what) {
        return new IllegalStateException(file + ":" + line + ": " + what);
    }
}
