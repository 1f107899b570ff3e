package dev.scimbridge.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk of its own for one folder, in memory, seen only by what is started through {@link #entry}: it can be filled and
 * made read-only. The kernel allows this to root only; elsewhere the test fails.
 */
final class SmallDisk implements AutoCloseable {
    private final Path at;
    private final Process keeper;

    private SmallDisk(Path at, Process keeper) {
        this.at = at;
        this.keeper = keeper;
    }

    /** Mounted there, for as long as it is not closed. */
    static SmallDisk mounted(Path at) {
        try {
            Files.createDirectories(at);
            String mounting = "mount -t tmpfs -o size=32m tmpfs '" + at + "' && echo mounted && exec sleep infinity";
            Process keeper = new ProcessBuilder("unshare", "--mount", "sh", "-c", mounting)
                    .redirectErrorStream(true)
                    .start();
            String said = keeper.inputReader(StandardCharsets.UTF_8).readLine();
            if (!"mounted".equals(said)) {
                throw new AssertionError("no disk can be mounted (this test has to run as root): " + said);
            }
            return new SmallDisk(at, keeper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command line begins with so that the command sees this disk. */
    List<String> entry() {
        return List.of("nsenter", "--mount", "--target", String.valueOf(keeper.pid()));
    }

    /** To the last byte. */
    void fill() {
        run("dd if=/dev/zero of=filler bs=64k 2>/dev/null; dd if=/dev/zero of=more bs=1 2>/dev/null; test -s filler");
    }

    void free() {
        run("rm filler more");
    }

    /**
     * For all that is opened from now on: as long as a file is open for writing, the kernel makes no disk read-only for
     * those who have it open.
     */
    void readOnly() {
        run("mount --bind . '" + at + "' && mount -o remount,bind,ro '" + at + "'");
    }

    void writable() {
        run("mount -o remount,bind,rw '" + at + "'");
    }

    private void run(String script) {
        List<String> command = new ArrayList<>(entry());
        command.addAll(List.of("sh", "-c", "cd '" + at + "' && " + script));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(script + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        keeper.destroyForcibly().onExit().join();
    }
}
