package dev.scimbridge.upstream.graphql;

import static dev.scimbridge.upstream.graphql.Scripted.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.upstream.Roster;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Everybody of a large company, produced while it is read. */
class LargeListingTest {
    private static final String START = "{\"data\":{\"listUsers\":{\"ok\":true,\"invitedUsers\":[],\"activeUsers\":[";
    private static final int PEOPLE = 100_000;

    private final AtomicLong written = new AtomicLong();

    private void start(RawServer server, Socket socket) throws IOException {
        server.request(socket);
        RawServer.write(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + START);
    }

    private void people(Socket socket, long count) throws IOException {
        OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        for (long i = 0; i < count; i++) {
            byte[] person =
                    "%s{\"uid\":\"%064x\",\"email\":\"person.%d@acme.io\",\"name\":\"Person %d\",\"accountType\":\"BUSINESS\"}"
                            .formatted(i == 0 ? "" : ",", i, i, i)
                            .getBytes(StandardCharsets.UTF_8);
            out.write(person);
            written.addAndGet(person.length);
        }
        out.flush();
    }

    @Test
    void a_hundred_thousand_people_are_read_as_they_come() {
        RawServer.Script all = (server, socket) -> {
            start(server, socket);
            people(socket, PEOPLE);
            RawServer.write(socket, "]}}}");
        };
        try (RawServer server = new RawServer(all);
                GraphqlWorkspace workspace = Scripted.client(server.url(), Limits.DEFAULT)) {
            Answer<Roster> answer = workspace.roster();
            assertThat(answer).isInstanceOf(Answer.Data.class);
            assertThat(((Answer.Data<Roster>) answer).value().people()).hasSize(PEOPLE);
            assertThat(written.get()).isGreaterThan(12L << 20);
        }
    }

    @Test
    void a_listing_without_an_end_is_left_at_the_bound() throws Exception {
        RawServer.Script endless = (server, socket) -> {
            try {
                start(server, socket);
                people(socket, Long.MAX_VALUE);
            } finally {
                server.told.countDown();
            }
        };
        long bound = 2 << 20;
        Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(60), 100, bound);
        try (RawServer server = new RawServer(endless);
                GraphqlWorkspace workspace = Scripted.client(server.url(), limits)) {
            assertThat(workspace.roster())
                    .isEqualTo(unknown("HTTP 200, the answer is larger than " + bound + " bytes"));
            assertThat(server.told.await(30, TimeUnit.SECONDS))
                    .as("the connection was cut")
                    .isTrue();
        }
    }

    @Test
    void a_connection_cut_between_two_people_is_not_a_listing() {
        RawServer.Script half = (server, socket) -> {
            start(server, socket);
            people(socket, 1000);
        };
        try (RawServer server = new RawServer(half);
                GraphqlWorkspace workspace = Scripted.client(server.url(), Limits.DEFAULT)) {
            assertThat(workspace.roster()).isEqualTo(unknown("HTTP 200, the answer ended early"));
        }
    }

    @Test
    void a_listing_that_stops_coming_is_left_at_the_time_limit() {
        RawServer.Script stalling = (server, socket) -> {
            start(server, socket);
            people(socket, 1000);
            server.over.await();
        };
        try (RawServer server = new RawServer(stalling);
                GraphqlWorkspace workspace = Scripted.client(server.url(), Scripted.impatient())) {
            assertThat(workspace.roster()).isEqualTo(unknown("no answer within PT0.4S"));
        }
    }
}
