package dev.scimbridge.app;

import dev.scimbridge.sandbox.Options;
import dev.scimbridge.sandbox.Workspace;
import java.net.URI;
import java.time.Duration;

/** The workspace of the sandbox, as this room sees it. */
final class PretendWorkspace implements AutoCloseable {
    private final Workspace workspace;

    private PretendWorkspace(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Opens one with people in it, who accept an invite after a while. */
    static PretendWorkspace start(int port, int people, Duration acceptAfter) {
        return new PretendWorkspace(Workspace.start(
                Options.usual().withPort(port).withPeople(people).withAcceptAfter(acceptAfter)));
    }

    URI endpoint() {
        return workspace.endpoint();
    }

    Settings.Credentials credentials() {
        var credentials = workspace.credentials();
        return new Settings.Credentials(
                new Secret(credentials.apiKey()), new Secret(credentials.apiSecret()), null, null);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
