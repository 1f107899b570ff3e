package dev.scimbridge.app;

import dev.scimbridge.http.scim.Holder;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bearer tokens that identity providers send, by name. Only their SHA-256 is held, so that all comparisons are over
 * equal lengths and no dump of the memory shows one for longer than a request.
 */
public final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private final Map<String, Admitted> tokens;
    private final Map<String, byte[]> digests = new LinkedHashMap<>();

    /** Tokens that were presented from elsewhere and are spoken of no more. */
    private final Set<String> strayed = ConcurrentHashMap.newKeySet();

    private Tokens(Map<String, Admitted> tokens) {
        this.tokens = Map.copyOf(tokens);
        tokens.forEach((name, token) ->
                digests.put(name, HexFormat.of().parseHex(token.sha256().toLowerCase(Locale.ROOT))));
    }

    static Tokens of(Map<String, Admitted> tokensByName) {
        return new Tokens(tokensByName);
    }

    /** What a token is kept as: the 64 hexadecimal digits of its SHA-256. */
    public static String hash(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    /**
     * Who presents this token, null if it is none of these or not taken from there.
     *
     * @param source where it comes from, null if nobody knows
     */
    public @Nullable Holder holder(String presented, @Nullable InetAddress source) {
        String name = nameOf(presented);
        Admitted admitted = name == null ? null : tokens.get(name);
        if (name == null || admitted == null) {
            return null;
        }
        if (!admitted.isTakenFrom(source)) {
            if (strayed.add(name)) {
                LOG.warn("the token {} was presented from {}, which is none of its addresses (tokens)", name, source);
            }
            return null;
        }
        return new Holder(name, admitted.reads(), admitted.writes());
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
