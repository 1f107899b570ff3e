package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.sandbox.Options;
import dev.scimbridge.sandbox.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both doors speak TLS with the two files of the settings. */
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void both_doors_speak_tls_with_the_two_files(String algorithm) throws Exception {
        KeyStore made = certificate(algorithm);
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(made)).build();
        try (Workspace workspace = Workspace.start(Options.usual().withPeople(3));
                Bridge bridge = Bridge.start(Written.settings(environment(workspace, made), null))) {
            URI ready = URI.create("https://localhost:" + bridge.managementPort() + "/health/live");
            assertThat(client.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            URI config = URI.create("https://localhost:" + bridge.scimPort() + "/scim/v2/ServiceProviderConfig");
            HttpRequest request = HttpRequest.newBuilder(config)
                    .header("Authorization", "Bearer " + Written.TOKEN)
                    .build();
            HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.body()).contains("https://localhost:" + bridge.scimPort() + "/scim/v2/");
        }
    }

    @Test
    void files_that_are_no_certificate_and_key_stop_the_start_with_one_line() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put("SCIM_BRIDGE_DATA", folder.resolve("data").toString());
        environment.put("SCIM_BRIDGE_TLS_CERTIFICATE", nonsense.toString());
        environment.put("SCIM_BRIDGE_TLS_KEY", nonsense.toString());
        Child.End end = Child.run(folder, environment, "serve");
        assertThat(end.code()).isEqualTo(2);
        assertThat(end.err()).singleElement().asString().contains("TLS").contains("openssl pkcs8");
    }

    private Map<String, String> environment(Workspace workspace, KeyStore made) throws Exception {
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put("PARADIME_API_ENDPOINT", workspace.endpoint().toString());
        environment.put("SCIM_BRIDGE_DATA", folder.resolve("data").toString());
        environment.put("SCIM_BRIDGE_PORT", "0");
        environment.put("SCIM_BRIDGE_MANAGEMENT_PORT", "0");
        environment.put(
                "SCIM_BRIDGE_TLS_CERTIFICATE",
                pem("CERTIFICATE", made.getCertificate("bridge").getEncoded()));
        Key key = made.getKey("bridge", PASSWORD);
        environment.put("SCIM_BRIDGE_TLS_KEY", pem("PRIVATE KEY", key.getEncoded()));
        return environment;
    }

    private String pem(String what, byte[] encoded) throws IOException {
        String text = "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + what
                + "-----\n";
        return Files.writeString(folder.resolve(what.replace(' ', '-') + ".pem"), text)
                .toString();
    }

    /** The JDK's own tool makes it, so that nothing else need be on the machine. */
    private KeyStore certificate(String algorithm) throws Exception {
        Path file = folder.resolve("made.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "bridge",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD);
        }
        return store;
    }

    private static SSLContext trusting(KeyStore made) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("bridge", made.getCertificate("bridge"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
