package dev.scimbridge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The processes that show what cannot be beaten; each begins when it is first needed, and stays warm. */
final class Limits implements AutoCloseable {
    private static final Path ANSWER = Path.of("target", "bench", "answer");
    private static final List<String> OWN = List.of("content-length", "date", "connection", "transfer-encoding");

    private Program bare;
    private String bareBase;
    private Program commits;
    private Program scan;
    private int scanned;

    Load commits(int writers, int seconds) {
        if (commits == null) {
            commits = Program.of(GroupCommit.class, String.valueOf(writers));
            commits.answer();
        }
        return stint(commits, seconds);
    }

    Load scan(int people, int seconds) {
        if (scan == null || scanned != people) {
            if (scan != null) {
                scan.close();
            }
            scan = Program.of(PlainScan.class, String.valueOf(people));
            scanned = people;
            scan.answer();
        }
        return stint(scan, seconds);
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
        return Wrk.run(bare, bareBase, new Wrk.Sending("fixed", connections, 0, 1, false), seconds);
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
