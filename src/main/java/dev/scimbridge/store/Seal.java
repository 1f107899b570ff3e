package dev.scimbridge.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over values of which each says whether it is there and how long it is, so that no two different rows are the
 * same bytes.
 */
public final class Seal {
    private static final byte ABSENT = 0;
    private static final byte PRESENT = 1;

    private final MessageDigest digest;

    public Seal() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public Seal over(@Nullable String value) {
        if (value == null) {
            digest.update(ABSENT);
            return this;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return over(bytes);
    }

    public Seal over(long value) {
        return over(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private Seal over(byte[] bytes) {
        digest.update(PRESENT);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
