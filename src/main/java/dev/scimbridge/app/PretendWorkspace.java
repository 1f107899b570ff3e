package dev.scimbridge.app;

import java.net.URI;
import java.time.Duration;

/** The workspace of the sandbox, as this room sees it. */
@SuppressWarnings("DoNotCallSuggester") // Until it is wired.
final class PretendWorkspace implements AutoCloseable {
    private PretendWorkspace() {}

    /** Opens one with people in it, who accept an invite after a while. */
    static PretendWorkspace start(int port, int people, Duration acceptAfter) {
        throw new UnsupportedOperationException(
                "the pretend workspace is not wired yet: " + port + ", " + people + ", " + acceptAfter);
    }

    URI endpoint() {
        throw new UnsupportedOperationException();
    }

    Settings.Credentials credentials() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
