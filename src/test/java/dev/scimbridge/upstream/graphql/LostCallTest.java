package dev.scimbridge.upstream.graphql;

import static dev.scimbridge.upstream.graphql.Scripted.unavailable;
import static dev.scimbridge.upstream.graphql.Scripted.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Done;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Calls that get no answer: which were never sent, and which nobody knows about. */
class LostCallTest {
    private static Answer<Done> invite(GraphqlWorkspace workspace) {
        return workspace.invite(Scripted.MAX, AccountType.BUSINESS);
    }

    private static Answer<Done> inviteAt(RawServer server) {
        try (GraphqlWorkspace workspace = Scripted.client(server.url(), Limits.DEFAULT)) {
            return invite(workspace);
        }
    }

    @Test
    void a_refused_connection_means_never_sent() throws IOException {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }
        try (GraphqlWorkspace workspace = Scripted.client("http://127.0.0.1:" + port, Limits.DEFAULT)) {
            assertThat(invite(workspace)).isEqualTo(unavailable("cannot connect: connection refused"));
            assertThat(workspace.roster()).isEqualTo(unavailable("cannot connect: connection refused"));
        }
    }

    @Test
    void an_unknown_host_means_never_sent() {
        try (GraphqlWorkspace workspace = new GraphqlWorkspace(
                new Endpoint("http://nowhere.invalid/", Scripted.CREDENTIALS), Limits.DEFAULT, Scripted.CLOCK, name -> {
                    throw new UnknownHostException(name);
                })) {
            assertThat(invite(workspace)).isEqualTo(unavailable("the workspace's host name is not known"));
        }
    }

    @Test
    void a_look_up_of_the_host_that_hangs_means_never_sent() {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer(RawServer::answerOk);
                GraphqlWorkspace workspace = new GraphqlWorkspace(
                        new Endpoint(server.url().replace("127.0.0.1", "slow.invalid"), Scripted.CREDENTIALS),
                        Scripted.impatient(),
                        Scripted.CLOCK,
                        name -> {
                            awaitQuietly(over);
                            return List.of(InetAddress.getLoopbackAddress());
                        })) {
            assertThat(invite(workspace)).isEqualTo(unavailable("no connection in time"));
            over.countDown();
            assertThat(server.requests).isEmpty();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_failed_handshake_means_never_sent() {
        try (RawServer server = new RawServer((self, socket) -> {
            RawServer.write(socket, "this is no TLS\r\n");
            socket.getInputStream().read();
        })) {
            String url = server.url().replace("http:", "https:");
            try (GraphqlWorkspace workspace = Scripted.client(url, Limits.DEFAULT)) {
                assertThat(invite(workspace))
                        .isInstanceOf(Answer.Unavailable.class)
                        .asString()
                        .contains("words=cannot connect: ");
            }
        }
    }

    @Test
    void a_connection_cut_before_the_answer_leaves_it_open_whether_it_happened() {
        try (RawServer server = new RawServer(RawServer::request, RawServer::answerOk)) {
            assertThat(inviteAt(server))
                    .isInstanceOf(Answer.Unknown.class)
                    .asString()
                    .contains("words=the connection was cut: ");
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void a_connection_reset_while_the_request_arrives_leaves_it_open_whether_it_happened() {
        RawServer.Script resetting = (self, socket) -> {
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
        };
        try (RawServer server = new RawServer(resetting, RawServer::answerOk)) {
            assertThat(inviteAt(server)).isInstanceOf(Answer.Unknown.class);
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void half_an_answer_leaves_it_open_whether_it_happened() {
        RawServer.Script half = (server, socket) -> {
            server.request(socket);
            RawServer.write(socket, RawServer.http(Scripted.ok()).replaceFirst("true.*", "tr"));
        };
        try (RawServer server = new RawServer(half, RawServer::answerOk)) {
            assertThat(inviteAt(server)).isInstanceOf(Answer.Unknown.class);
        }
    }

    @Test
    void half_a_status_line_leaves_it_open_whether_it_happened() {
        RawServer.Script half = (server, socket) -> {
            server.request(socket);
            RawServer.write(socket, "HTTP/1.");
        };
        try (RawServer server = new RawServer(half, RawServer::answerOk)) {
            assertThat(inviteAt(server)).isInstanceOf(Answer.Unknown.class);
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void no_answer_in_time_leaves_it_open_whether_it_happened() {
        try (RawServer server = new RawServer(RawServer::hang);
                GraphqlWorkspace workspace = Scripted.client(server.url(), Scripted.impatient())) {
            assertThat(invite(workspace)).isEqualTo(unknown("no answer within PT0.4S"));
        }
    }

    @Test
    void a_connection_that_the_server_closed_while_idle_is_replaced_and_not_used() throws Exception {
        try (RawServer server = new RawServer(RawServer::answerOkAndHangUp, RawServer::answerOk);
                GraphqlWorkspace workspace = Scripted.client(server.url(), Limits.DEFAULT)) {
            assertThat(invite(workspace)).isEqualTo(new Answer.Data<>(Done.DONE));
            server.told.await();
            assertThat(invite(workspace)).isEqualTo(new Answer.Data<>(Done.DONE));
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void a_connection_on_which_the_server_has_said_good_bye_is_replaced_and_not_used() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        RawServer.Script closing = (server, socket) -> {
            RawServer.answerOk(server, socket);
            RawServer.write(socket, "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
            socket.close();
            closed.countDown();
        };
        try (RawServer server = new RawServer(closing, RawServer::answerOk);
                GraphqlWorkspace workspace = Scripted.client(server.url(), Limits.DEFAULT)) {
            invite(workspace);
            closed.await();
            assertThat(invite(workspace)).isEqualTo(new Answer.Data<>(Done.DONE));
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void a_dead_connection_with_no_other_to_be_had_means_never_sent() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        RawServer.Script closing = (server, socket) -> {
            RawServer.answerOk(server, socket);
            socket.close();
            server.close();
            closed.countDown();
        };
        try (RawServer server = new RawServer(closing);
                GraphqlWorkspace workspace = Scripted.client(server.url(), Limits.DEFAULT)) {
            invite(workspace);
            closed.await();
            assertThat(invite(workspace)).isEqualTo(unavailable("cannot connect: connection refused"));
        }
    }

    @Test
    void a_connection_that_the_server_closes_on_the_second_request_is_not_tried_again() {
        RawServer.Script twice = (server, socket) -> {
            RawServer.answerOk(server, socket);
            server.request(socket);
        };
        try (RawServer server = new RawServer(twice, RawServer::answerOk);
                GraphqlWorkspace workspace = Scripted.client(server.url(), Limits.DEFAULT)) {
            assertThat(invite(workspace)).isEqualTo(new Answer.Data<>(Done.DONE));
            assertThat(invite(workspace)).isInstanceOf(Answer.Unknown.class);
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void an_interrupted_caller_leaves_at_once_and_stays_interrupted() throws Exception {
        try (RawServer server = new RawServer(RawServer::hang);
                GraphqlWorkspace workspace = Scripted.client(server.url(), Limits.DEFAULT)) {
            AtomicReference<Answer<Done>> answer = new AtomicReference<>();
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                answer.set(invite(workspace));
                flag.complete(Thread.currentThread().isInterrupted());
            });
            caller.start();
            server.told.await();
            caller.interrupt();
            assertThat(flag.get()).isTrue();
            assertThat(answer.get()).isEqualTo(unknown("interrupted"));
        }
    }

    @Test
    void a_caller_who_is_interrupted_already_sends_nothing() {
        try (RawServer server = new RawServer(RawServer::answerOk);
                GraphqlWorkspace workspace = Scripted.client(server.url(), Limits.DEFAULT)) {
            Thread.currentThread().interrupt();
            assertThat(invite(workspace)).isEqualTo(unknown("interrupted"));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void closing_ends_what_is_under_way_and_sends_nothing_more() throws Exception {
        try (RawServer server = new RawServer(RawServer::hang)) {
            GraphqlWorkspace workspace = Scripted.client(server.url(), Limits.DEFAULT);
            CompletableFuture<Answer<Done>> answer = CompletableFuture.supplyAsync(() -> invite(workspace));
            server.told.await();
            workspace.close();
            assertThat(answer.get()).isEqualTo(unknown("the bridge is stopping"));
            assertThat(invite(workspace)).isEqualTo(unavailable("the bridge is stopping"));
        }
    }
}
