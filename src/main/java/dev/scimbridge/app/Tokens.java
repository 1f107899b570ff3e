package dev.scimbridge.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bearer tokens that identity providers send, by name. Only their SHA-256 is held, so that all comparisons are over
 * equal lengths and no dump of the memory shows one for longer than a request.
 */
public final class Tokens {
    private final Map<String, byte[]> digests;

    private Tokens(Map<String, byte[]> digests) {
        this.digests = digests;
    }

    /** Tokens by name, each as the 64 hexadecimal digits of its SHA-256. */
    public static Tokens hashed(Map<String, String> digestsByName) {
        Map<String, byte[]> digests = new LinkedHashMap<>();
        digestsByName.forEach((name, hex) -> digests.put(name, HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT))));
        return new Tokens(digests);
    }

    /** What a token is kept as: the 64 hexadecimal digits of its SHA-256. */
    public static String hash(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    /** The name of the token presented, or null if it is none of these. All are compared, whichever matches. */
    public @Nullable String nameOf(String presented) {
        byte[] digest = sha256(presented);
        String found = null;
        for (Map.Entry<String, byte[]> token : digests.entrySet()) {
            boolean same = MessageDigest.isEqual(token.getValue(), digest);
            found = same ? token.getKey() : found;
        }
        return found;
    }

    public Set<String> names() {
        return Set.copyOf(digests.keySet());
    }

    @Override
    public String toString() {
        return "tokens " + digests.keySet();
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
