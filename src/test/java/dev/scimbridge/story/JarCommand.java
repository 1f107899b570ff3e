package dev.scimbridge.story;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command line of the real jar as a process of its own, in an environment with nothing of ours, and what it prints. */
final class JarCommand implements AutoCloseable {
    private static final String TEMPORARY = "scim-bridge-sandbox-";

    private final Path folder;
    private final Process process;

    private JarCommand(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Runs it with this folder for all that is temporary. */
    static JarCommand run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "-jar",
                JarBridge.JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("SCIM_BRIDGE_") || name.startsWith("PARADIME_"));
        try {
            return new JarCommand(folder, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has printed so many commands to try, and gives them. */
    List<String> commands(int many) {
        await().atMost(JarBridge.PATIENCE)
                .until(() -> !process.isAlive() || printed().size() == many);
        if (!process.isAlive()) {
            throw new AssertionError("it has ended: " + output());
        }
        return printed();
    }

    private List<String> printed() {
        return output().stream().filter(line -> line.startsWith("curl ")).toList();
    }

    /** What follows these words on a line of their own. */
    String said(String words) {
        return output().stream()
                .map(String::strip)
                .filter(line -> line.startsWith(words))
                .map(line -> line.substring(words.length()).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not in " + output()));
    }

    /** All whole lines it has printed. */
    List<String> output() {
        try {
            String text = Files.readString(folder.resolve("log"));
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders of sandboxes that are there. */
    List<Path> kept() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(TEMPORARY))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM. */
    void stop() {
        process.destroy();
    }

    /** The exit code, once it has ended. */
    int ended() throws InterruptedException {
        if (!process.waitFor(JarBridge.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end: " + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
