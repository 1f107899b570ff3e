package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.sandbox.Control;
import dev.scimbridge.sandbox.Options;
import dev.scimbridge.sandbox.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** A bridge that nobody could reach. */
class TakenPortStory {
    @Test
    void it_says_in_a_line_that_it_cannot_listen_and_calls_nobody() throws IOException {
        try (Workspace workspace = Workspace.start(Options.usual().withPeople(3));
                JarBridge bridge = JarBridge.before(workspace);
                ServerSocket taken = new ServerSocket(bridge.managementPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(bridge.launch().ended()).isEqualTo(2);
            assertThat(bridge.output())
                    .contains("cannot listen (127.0.0.1:" + taken.getLocalPort() + "): Address already in use")
                    .doesNotContain("\tat ");
            assertThat(Control.of(workspace).calls("listUsers")).isZero();
        }
    }
}
