package dev.scimbridge.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A Java process of its own, on the class path of the tests. */
final class Child {
    private static final long SECONDS = 60;

    private Child() {}

    /** How one ended and what it said. */
    record End(int code, List<String> out, List<String> err) {
        String all() {
            return String.join("\n", out) + "\n" + String.join("\n", err);
        }
    }

    /** Runs the command line to its end, in an environment with nothing of ours but this. */
    static End run(Path folder, Map<String, String> environment, String... arguments) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = builder(environment, "dev.scimbridge.app.Main", arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new End(ended(process), Files.readAllLines(out), Files.readAllLines(err));
    }

    /** Starts another main class, with its errors among its output. */
    static Process start(Class<?> main, String... arguments) throws IOException {
        Process process = builder(Map.of(), main.getName(), arguments)
                .redirectErrorStream(true)
                .start();
        // One that hangs is killed, so that who reads its output fails instead of waiting for ever.
        CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
    }

    /** Reads up to a line that has this in it; all of it, should the process end before. */
    static List<String> readUntil(BufferedReader reader, String words) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = reader.readLine();
        while (line != null) {
            lines.add(line);
            if (line.contains(words)) {
                return lines;
            }
            line = reader.readLine();
        }
        return lines;
    }

    static int ended(Process process) throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process has not ended in " + SECONDS + " s");
        }
        return process.exitValue();
    }

    private static ProcessBuilder builder(Map<String, String> environment, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=" + StandardCharsets.UTF_8,
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("SCIM_BRIDGE_") || name.startsWith("PARADIME_"));
        // The JVM would announce these on standard error.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        return builder;
    }
}
