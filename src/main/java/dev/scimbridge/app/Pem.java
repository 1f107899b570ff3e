package dev.scimbridge.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** TLS from the two PEM files that every other server takes: a certificate chain, and its key in PKCS #8. */
final class Pem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");
    private static final char[] IN_MEMORY = "in memory only".toCharArray();

    /** The files do not make a certificate and its key. One line for an operator. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private Pem() {}

    static SSLContext context(Path certificate, Path key) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("bridge", key(key), IN_MEMORY, chain(certificate));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, IN_MEMORY);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new Unusable("TLS with " + certificate + " and " + key + " is not possible: " + e.getMessage(), e);
        }
    }

    /** The first of the chain: the bridge's own. */
    static X509Certificate certificate(Path file) {
        try {
            return (X509Certificate) chain(file)[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new Unusable("TLS with " + file + " is not possible: " + e.getMessage(), e);
        }
    }

    private static Certificate[] chain(Path file) throws GeneralSecurityException, IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(stream)
                    .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new GeneralSecurityException("the first holds no certificate");
            }
            return chain;
        }
    }

    private static PrivateKey key(Path file) throws GeneralSecurityException, IOException {
        Matcher matcher = KEY.matcher(Files.readString(file));
        if (!matcher.find()) {
            throw new GeneralSecurityException(
                    "the second holds no unencrypted PKCS #8 key (openssl pkcs8 -topk8 -nodes makes one of another)");
        }
        PKCS8EncodedKeySpec encoded =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1)));
        return ALGORITHMS.stream()
                .map(algorithm -> read(algorithm, encoded))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("the key is none of " + ALGORITHMS));
    }

    private static Optional<PrivateKey> read(String algorithm, PKCS8EncodedKeySpec encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
        } catch (GeneralSecurityException notThisKind) {
            return Optional.empty();
        }
    }
}
