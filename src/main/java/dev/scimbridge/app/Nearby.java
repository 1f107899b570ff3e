package dev.scimbridge.app;

import dev.scimbridge.app.command.Door;
import dev.scimbridge.app.command.Where;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The management door of the bridge that runs on this machine with these settings. What else is in them does not matter. */
final class Nearby {
    private final Map<String, String> environment;

    Nearby(Map<String, String> environment) {
        this.environment = environment;
    }

    Door door(ParseResult said) {
        Path config = Where.config(said);
        Sheet sheet = new Sheet(environment, config);
        Integer port = Where.port(said);
        int wanted = port == null ? Objects.requireNonNullElse(sheet.maybe(Keys.MANAGEMENT_PORT), 9090) : port;
        String host = Objects.requireNonNullElse(sheet.maybe(Keys.MANAGEMENT_HOST), "127.0.0.1");
        X509Certificate certificate = certificate(sheet.maybe(Keys.TLS_CERTIFICATE));
        String scheme = certificate == null ? "http" : "https";
        return new Door(URI.create(scheme + "://" + Hosts.callable(host) + ":" + wanted), certificate);
    }

    private static @Nullable X509Certificate certificate(@Nullable Path file) {
        return file == null ? null : Pem.certificate(file);
    }
}
