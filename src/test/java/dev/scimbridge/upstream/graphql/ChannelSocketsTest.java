package dev.scimbridge.upstream.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether anything has come is told at once, and asking changes nothing. */
class ChannelSocketsTest {
    private ServerSocket listener;
    private Socket socket;
    private Socket server;

    @BeforeEach
    void connects() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket = new ChannelSockets().createSocket(listener.getInetAddress(), listener.getLocalPort());
        server = listener.accept();
    }

    @AfterEach
    void hangs_up() throws IOException {
        socket.close();
        server.close();
        listener.close();
    }

    private void awaitNoise() {
        Awaitility.await().until(() -> !ChannelSockets.isQuiet(socket));
    }

    @Test
    void a_connection_is_quiet_on_which_nothing_has_come() throws IOException {
        assertThat(ChannelSockets.isQuiet(socket)).isTrue();
        assertThat(ChannelSockets.isQuiet(socket)).isTrue();
    }

    @Test
    void a_byte_is_heard_and_left_to_be_read() throws IOException {
        assertThat(ChannelSockets.isQuiet(socket)).isTrue();
        server.getOutputStream().write(7);
        awaitNoise();
        assertThat(socket.getInputStream().read()).isEqualTo(7);
        assertThat(ChannelSockets.isQuiet(socket)).isTrue();
    }

    @Test
    void the_end_is_heard() throws IOException {
        server.close();
        awaitNoise();
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void reads_still_wait_and_give_up_after_it_was_asked() throws IOException {
        assertThat(ChannelSockets.isQuiet(socket)).isTrue();
        socket.setSoTimeout(1);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(0);
        socket.getOutputStream().write(8);
        assertThat(server.getInputStream().read()).isEqualTo(8);
    }

    @Test
    void a_socket_of_another_make_is_not_told_to_be_quiet() throws IOException {
        assertThat(ChannelSockets.isQuiet(server)).isFalse();
    }
}
