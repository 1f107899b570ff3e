package dev.scimbridge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The load generator, a process of its own. What it asks for is in {@code operations.lua}. */
final class Wrk {
    private static final String SCRIPT = "src/test/resources/bench/operations.lua";

    private Wrk() {}

    /**
     * What to send.
     *
     * @param people the file of them: number, address, the workspace's uid, account type, the bridge's id
     * @param script its name in the script
     * @param from the first of those it is about
     * @param count how many these are
     * @param once whether each is asked about once, one after the other; else at random until the time is over
     */
    record Sending(Path people, String script, int connections, int from, int count, boolean once) {}

    static Load run(Program server, String base, Sending sending, int seconds) {
        long before = server.cpuMicros();
        String said = said(base, sending, seconds);
        return Load.of(said, server.cpuMicros() - before);
    }

    private static String said(String base, Sending sending, int seconds) {
        List<String> command = List.of(
                "wrk",
                "-t1",
                "-c" + sending.connections,
                "-d" + (sending.once ? 3600 : seconds) + "s",
                "--timeout",
                "60s",
                "-s",
                SCRIPT,
                base,
                "--",
                sending.script,
                String.valueOf(sending.from),
                String.valueOf(sending.count),
                String.valueOf(sending.once),
                String.valueOf(sending.connections));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("BENCH_PEOPLE", sending.people.toString());
            builder.environment().put("BENCH_TOKEN", Served.TOKEN);
            Process wrk = builder.start();
            String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            wrk.waitFor(1, TimeUnit.MINUTES);
            return output.lines()
                    .filter(line -> line.startsWith(Program.MARK))
                    .map(line -> line.substring(Program.MARK.length()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(output));
        } catch (IOException e) {
            throw new UncheckedIOException("wrk is not here: apt-get install wrk", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
