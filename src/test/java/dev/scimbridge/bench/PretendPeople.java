package dev.scimbridge.bench;

import dev.scimbridge.sandbox.Options;
import dev.scimbridge.sandbox.Workspace;
import java.io.IOException;

/** The pretend workspace with so many people in it. */
final class PretendPeople {
    private PretendPeople() {}

    public static void main(String[] arguments) throws IOException {
        Workspace workspace = Workspace.start(Options.usual().withPeople(Integer.parseInt(arguments[0])));
        System.out.println(Program.MARK + workspace.port());
        while (System.in.read() >= 0) {
            // It stays until the one who started it is gone.
        }
        workspace.close();
    }
}
