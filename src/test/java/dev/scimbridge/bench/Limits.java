package dev.scimbridge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The processes that show what cannot be beaten; each begins when it is first needed, and stays warm. */
final class Limits implements AutoCloseable {
    private static final Path ANSWER = Path.of("target", "bench", "answer");
    private static final Path NOBODY = Path.of("");
    private static final List<String> OWN = List.of("content-length", "date", "connection", "transfer-encoding");

    private Program bare;
    private String bareBase;
    private Program commits;
    private Program scan;
    private final Map<Class<?>, String> begun = new HashMap<>();

    Load commits(int writers, int people, int seconds) {
        commits = of(GroupCommit.class, commits, writers + " " + people);
        return stint(commits, seconds);
    }

    Load scan(int people, int seconds) {
        scan = of(PlainScan.class, scan, String.valueOf(people));
        return stint(scan, seconds);
    }

    /** The one there is if it was begun like this. */
    private Program of(Class<?> limit, Program there, String arguments) {
        if (there != null && arguments.equals(begun.get(limit))) {
            return there;
        }
        if (there != null) {
            there.close();
        }
        begun.put(limit, arguments);
        Program program = Program.of(limit, arguments.split(" "));
        program.answer();
        return program;
    }

    private static Load stint(Program program, int seconds) {
        long before = program.cpuMicros();
        String said = program.ask(String.valueOf(seconds));
        return Load.of(said, program.cpuMicros() - before);
    }

    /** The bare handler answers as the bridge has answered this. */
    void answerAs(HttpResponse<byte[]> model) {
        if (bare == null) {
            bare = Program.of(BareAnswer.class);
            bareBase = "http://127.0.0.1:" + bare.answer();
        }
        StringBuilder file = new StringBuilder();
        for (Map.Entry<String, List<String>> header : model.headers().map().entrySet()) {
            if (!OWN.contains(header.getKey())) {
                file.append(header.getKey())
                        .append(": ")
                        .append(header.getValue().get(0))
                        .append('\n');
            }
        }
        file.append('\n').append(new String(model.body(), StandardCharsets.ISO_8859_1));
        try {
            Files.writeString(ANSWER, file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bare.ask(ANSWER.toString());
    }

    Load fixed(int connections, int seconds) {
        return Wrk.run(bare, bareBase, new Wrk.Sending(NOBODY, "fixed", connections, 0, 1, false), seconds);
    }

    @Override
    public void close() {
        for (Program each : new Program[] {bare, commits, scan}) {
            if (each != null) {
                each.close();
            }
        }
    }
}
