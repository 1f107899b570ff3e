package dev.scimbridge.upstream.graphql;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Done;
import dev.scimbridge.upstream.Roster;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** A workspace on a real socket that says what it was told to say, and the bridge's client on it. */
final class Scripted implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    static final Credentials CREDENTIALS = new Credentials.KeyAndSecret("key-4711", "secret-0815");
    static final Address MAX = Address.of("max@acme.io");
    static final String UID = "1b05".repeat(16);

    final MockWebServer server = new MockWebServer();
    final GraphqlWorkspace workspace;

    Scripted() {
        this(Limits.DEFAULT);
    }

    Scripted(Limits limits) {
        try {
            server.start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        workspace = client(server.url("/graphql").toString(), limits);
    }

    static GraphqlWorkspace client(String url, Limits limits) {
        return new GraphqlWorkspace(new Endpoint(url, CREDENTIALS), limits, CLOCK);
    }

    /** Long enough to be reached only by a hang. */
    static Limits impatient() {
        return Limits.DEFAULT.withMutation(Duration.ofMillis(400)).withListing(Duration.ofMillis(400));
    }

    /** The next answer; headers in pairs of name and value. */
    Scripted says(int status, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        server.enqueue(response.build());
        return this;
    }

    Answer<Done> invite() {
        return workspace.invite(MAX, AccountType.DEVELOPER);
    }

    /** What comes of an invite that is answered so. */
    static Answer<Done> inviteAnswered(int status, String body, String... headers) {
        try (Scripted scripted = new Scripted().says(status, body, headers)) {
            return scripted.invite();
        }
    }

    /** What comes of a listing that is answered so. */
    static Answer<Roster> rosterAnswered(String body) {
        try (Scripted scripted = new Scripted().says(200, body)) {
            return scripted.workspace.roster();
        }
    }

    static String ok() {
        return "{\"data\":{\"inviteUser\":{\"ok\":true}}}";
    }

    static <T> Answer<T> refused(String words) {
        return new Answer.Refused<>(words);
    }

    static <T> Answer<T> unauthorised(String words) {
        return new Answer.Unauthorised<>(words);
    }

    static <T> Answer<T> unknown(String words) {
        return new Answer.Unknown<>(words);
    }

    static <T> Answer<T> unavailable(String words) {
        return new Answer.Unavailable<>(words);
    }

    static <T> Answer<T> limitedFor(Duration wait) {
        return new Answer.RateLimited<>(NOON.plus(wait));
    }

    @Override
    public void close() {
        workspace.close();
        server.close();
    }
}
