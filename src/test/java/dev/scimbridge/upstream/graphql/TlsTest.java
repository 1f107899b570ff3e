package dev.scimbridge.upstream.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Done;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same over TLS, where the vendor's endpoint is: kept connections, dead ones, and HTTP/2. */
class TlsTest {
    private static final String STORE = "javax.net.ssl.trustStore";
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static Path keys() {
        return folder.resolve("keys.p12");
    }

    @BeforeAll
    static void trust_ourselves() throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String options =
                " -genkeypair -alias me -keyalg EC -dname CN=localhost -ext san=dns:localhost -storepass changeit";
        List<String> command = List.of((keytool + options + " -keystore " + keys()).split(" "));
        assertThat(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("me", store().getCertificate("me"));
        Path file = folder.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD);
        }
        System.setProperty(STORE, file.toString());
        System.setProperty(STORE + "Password", new String(PASSWORD));
    }

    @AfterAll
    static void trust_the_world_again() {
        System.clearProperty(STORE);
        System.clearProperty(STORE + "Password");
    }

    private static KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys())) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static SSLContext context() throws IOException, GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store(), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return context;
    }

    private static MockWebServer server(Protocol... protocols) throws IOException, GeneralSecurityException {
        MockWebServer server = new MockWebServer();
        server.useHttps(context().getSocketFactory());
        server.setProtocols(List.of(protocols));
        server.start();
        return server;
    }

    private static MockResponse.Builder ok() {
        return new MockResponse.Builder().body(Scripted.ok());
    }

    private static Answer<Done> invite(GraphqlWorkspace workspace) {
        return workspace.invite(Scripted.MAX, AccountType.BUSINESS);
    }

    private static void reused(MockWebServer server) throws InterruptedException {
        String url = server.url("/").toString();
        try (server;
                GraphqlWorkspace workspace = Scripted.client(url, Limits.DEFAULT)) {
            for (int i = 0; i < 5; i++) {
                server.enqueue(ok().build());
                assertThat(invite(workspace)).isEqualTo(new Answer.Data<>(Done.DONE));
                RecordedRequest request = server.takeRequest();
                assertThat(request.getConnectionIndex()).isZero();
                assertThat(request.getExchangeIndex()).isEqualTo(i);
            }
        }
    }

    @Test
    void a_kept_connection_is_used_again() throws Exception {
        reused(server(Protocol.HTTP_1_1));
    }

    @Test
    void a_kept_connection_of_http_2_is_used_again() throws Exception {
        reused(server(Protocol.HTTP_2, Protocol.HTTP_1_1));
    }

    @Test
    void a_connection_that_the_server_closed_while_idle_is_replaced() throws Exception {
        try (RawServer server = new RawServer(
                        context().getServerSocketFactory(), RawServer::answerOkAndHangUp, RawServer::answerOk);
                GraphqlWorkspace workspace = Scripted.client(
                        server.url().replace("http://127.0.0.1", "https://localhost"), Limits.DEFAULT)) {
            assertThat(invite(workspace)).isEqualTo(new Answer.Data<>(Done.DONE));
            server.told.await();
            assertThat(invite(workspace)).isEqualTo(new Answer.Data<>(Done.DONE));
            assertThat(server.requests).hasSize(2);
        }
    }
}
