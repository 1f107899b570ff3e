package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Mark;
import dev.scimbridge.scim.ScimProblem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Writes down where a walk through a list stands, as a text that only this bridge can write and read (RFC 9865). Nothing
 * is kept of it here. It is sealed (AES-GCM) and not only signed: it may hold somebody's name, and clients put it in
 * addresses (RFC 7644 7.5.2). It is good for one question alone, and for an hour.
 */
public final class Cursors {
    public static final int KEY_BYTES = 32;
    public static final Duration LIFETIME = Duration.ofHours(1);

    private static final String SEALING = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int FIXED_BYTES = 4 * Long.BYTES + 2 * Byte.BYTES;

    private final SecretKeySpec key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * Where a walk stands.
     *
     * @param part in which of the kinds of resources that are listed
     * @param after behind this one of it, null where it begins
     */
    record Position(int part, @Nullable Mark after) {
        static final Position START = new Position(0, null);
    }

    /**
     * Cursors that every bridge with this key understands.
     *
     * @param key {@link #KEY_BYTES} random bytes
     */
    public Cursors(byte[] key, Clock clock) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key of cursors has " + KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
        this.clock = clock;
    }

    /**
     * The cursor of a position, in characters that need no escape in addresses.
     *
     * @param question who asks what: with another one the cursor is none
     */
    String write(Position position, String question) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = bytes(position, clock.instant().plus(LIFETIME).getEpochSecond() + 1);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, question).doFinal(plain);
            byte[] whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /**
     * The position of a cursor.
     *
     * @throws ScimProblem 400 {@code expiredCursor}, or {@code invalidCursor} whatever else is wrong with it
     */
    Position read(String cursor, String question) {
        byte[] whole = decoded(cursor);
        if (whole.length < NONCE_BYTES + FIXED_BYTES + TAG_BITS / Byte.SIZE) {
            throw invalid();
        }
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, question);
            return position(ByteBuffer.wrap(cipher.doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES)));
        } catch (AEADBadTagException e) {
            throw invalid();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** Base64 ignores the last bits of the last character; a cursor has one form only. */
    private static byte[] decoded(String cursor) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(cursor);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(whole).equals(cursor)) {
                return whole;
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private Cipher cipher(int mode, byte[] nonce, String question) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(SEALING);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(question.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] bytes(Position position, long expiry) {
        Mark after = position.after();
        String sortedBy = after == null ? null : after.key();
        int letters = sortedBy == null ? 0 : sortedBy.length();
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + letters * Character.BYTES)
                .putLong(expiry)
                .put((byte) position.part())
                .put((byte) (after == null ? 0 : sortedBy == null ? 1 : 2));
        if (after != null) {
            bytes.putLong(after.born());
            bytes.putLong(after.id().getMostSignificantBits());
            bytes.putLong(after.id().getLeastSignificantBits());
            bytes.asCharBuffer().put(sortedBy == null ? "" : sortedBy);
        }
        return bytes.array();
    }

    private Position position(ByteBuffer bytes) {
        if (clock.instant().isAfter(Instant.ofEpochSecond(bytes.getLong()))) {
            throw ScimProblem.expiredCursor("the cursor has expired: ask for the next page within "
                    + LIFETIME.toSeconds() + " seconds, or begin again with an empty cursor");
        }
        int part = bytes.get();
        byte holds = bytes.get();
        if (holds == 0) {
            return new Position(part, null);
        }
        long born = bytes.getLong();
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        return new Position(
                part, new Mark(holds == 1 ? null : bytes.asCharBuffer().toString(), born, id));
    }

    private static ScimProblem invalid() {
        return ScimProblem.invalidCursor("the cursor is none of this query and this client: repeat the query that gave"
                + " it as it was, or begin again with an empty cursor");
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("every Java platform has " + SEALING, e);
    }
}
