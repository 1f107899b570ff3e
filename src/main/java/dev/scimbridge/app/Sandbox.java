package dev.scimbridge.app;

import dev.scimbridge.app.Settings.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pretend workspace and a bridge in front of it, on a store that is gone afterwards. */
final class Sandbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

    private final Bridge bridge;
    private final Deque<Runnable> closing;

    private Sandbox(Bridge bridge, Deque<Runnable> closing) {
        this.bridge = bridge;
        this.closing = closing;
    }

    /** What may be chosen. */
    record Choices(Door scim, Door management, int workspacePort, String token, People people) {
        /**
         * Who is in the workspace.
         *
         * @param acceptAfter so long after an invite people sign up
         */
        record People(int count, Duration acceptAfter) {}
    }

    static Sandbox start(Choices choices) {
        Deque<Runnable> closing = new ArrayDeque<>();
        try {
            Path data = temporary();
            closing.push(() -> delete(data));
            PretendWorkspace workspace = PretendWorkspace.start(
                    choices.workspacePort(),
                    choices.people().count(),
                    choices.people().acceptAfter());
            closing.push(workspace::close);
            Bridge bridge =
                    Bridge.start(SandboxSettings.of(choices, workspace.endpoint(), workspace.credentials(), data));
            closing.push(bridge::close);
            return new Sandbox(bridge, closing);
        } catch (RuntimeException | Error e) {
            closeAll(closing);
            throw e;
        }
    }

    Bridge bridge() {
        return bridge;
    }

    @Override
    public void close() {
        closeAll(closing);
    }

    /** The last opened first; one that fails does not keep the others open. */
    private static void closeAll(Deque<Runnable> closing) {
        while (!closing.isEmpty()) {
            try {
                closing.pop().run();
            } catch (RuntimeException e) {
                LOG.warn("could not close everything", e);
            }
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("scim-bridge-sandbox-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
