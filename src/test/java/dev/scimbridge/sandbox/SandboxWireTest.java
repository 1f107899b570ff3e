package dev.scimbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client with nothing but a socket sees: cut is cut, and down is refused. */
class SandboxWireTest {
    private static final String ADA = "ada@new.example";

    private final Workspace workspace = Workspace.start(Options.usual().withPeople(4));
    private final Control control = Control.of(workspace);
    private final Caller caller = new Caller(workspace);

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void an_answer_leaves_the_connection_open_for_the_next() throws Exception {
        try (Socket socket = socket()) {
            for (int i = 0; i < 3; i++) {
                send(socket);
                assertThat(untilTheBraces(socket)).startsWith("HTTP/1.1 200 OK").endsWith("}]}}}");
            }
        }
    }

    @Test
    void a_cut_connection_ends_without_a_byte() throws Exception {
        control.failNext(Way.cutBefore());
        assertThat(everythingSaid()).isEmpty();
        control.failNext(Way.cutAfter());
        assertThat(everythingSaid()).isEmpty();
    }

    @Test
    void a_truncated_answer_ends_in_the_middle() throws Exception {
        control.failNext(Way.truncated());
        String said = everythingSaid();
        int length = Integer.parseInt(said.replaceAll("(?is).*content-length: *(\\d+).*", "$1"));
        String body = said.substring(said.indexOf("\r\n\r\n") + 4);
        assertThat(body).hasSize(length / 2).startsWith("{\"data\":{\"listUsers\":");
    }

    @Test
    void down_is_connection_refused_and_up_is_the_same_port_and_people() throws Exception {
        caller.invite(ADA, "DEVELOPER");
        for (int i = 0; i < 3; i++) {
            control.down();
            assertThatThrownBy(this::socket).isInstanceOf(ConnectException.class);
            assertThatThrownBy(caller::list).isInstanceOf(ConnectException.class);
            assertThat(control.state()).hasSize(5);
            control.up();
            assertThat(caller.list().invited()).containsExactly(ADA);
        }
    }

    @Test
    void going_down_drops_what_hangs() throws Exception {
        control.failNext(Way.hang());
        CompletableFuture<Caller.Reply> hanging = caller.inviteAside(ADA, "DEVELOPER");
        control.awaitHeld(1);
        control.down();
        assertThatThrownBy(hanging::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IOException.class);
        control.up();
        assertThat(control.find(ADA)).isEmpty();
    }

    @Test
    void down_and_up_may_be_said_twice_and_by_its_owner() throws Exception {
        workspace.down();
        workspace.down();
        assertThatThrownBy(this::socket).isInstanceOf(ConnectException.class);
        workspace.up();
        workspace.up();
        assertThat(caller.list().status()).isEqualTo(200);
    }

    @Test
    void a_closed_workspace_is_gone_and_its_port_free() throws Exception {
        int port = workspace.port();
        workspace.close();
        assertThatThrownBy(this::socket).isInstanceOf(ConnectException.class);
        try (Workspace next = Workspace.start(Options.usual().withPort(port))) {
            assertThat(next.port()).isEqualTo(port);
        }
    }

    @Test
    void what_is_no_request_is_a_bad_request() throws Exception {
        try (Socket socket = socket()) {
            write(socket, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\nhey");
            assertThat(rest(socket)).startsWith("HTTP/1.1 400");
        }
    }

    private String everythingSaid() throws IOException {
        try (Socket socket = socket()) {
            send(socket);
            return rest(socket);
        }
    }

    private Socket socket() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), workspace.port());
    }

    private void send(Socket socket) throws IOException {
        String body = "{\"query\":\"{ listUsers { ok activeUsers { email } } }\"}";
        write(
                socket,
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-API-KEY: sandbox-key\r\nX-API-SECRET: sandbox-secret\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static void write(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String untilTheBraces(Socket socket) throws IOException {
        StringBuilder said = new StringBuilder();
        while (said.indexOf("}]}}}") < 0) {
            said.append((char) socket.getInputStream().read());
        }
        return said.toString();
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
